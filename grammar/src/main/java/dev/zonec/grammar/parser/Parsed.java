package dev.zonec.grammar.parser;

import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/**
 * A tree and what is wrong with the text.
 *
 * @param <T> the kind of tree
 */
public sealed interface Parsed<T> {
  /** The text is well formed and says {@code tree}. */
  record Tree<T>(T tree) implements Parsed<T> {}

  /** The text is not well formed; {@code problems} is not empty and in the order of the text. */
  record Malformed<T>(List<Diagnostic> problems) implements Parsed<T> {
    /** Copies the problems. */
    public Malformed {
      problems = List.copyOf(problems);
    }
  }
}
