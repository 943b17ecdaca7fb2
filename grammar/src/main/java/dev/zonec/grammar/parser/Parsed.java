package dev.zonec.grammar.parser;

import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/**
 * The outcome of parsing.
 *
 * @param <T> the kind of tree
 */
public sealed interface Parsed<T> {
  /** The text is well formed. */
  record Tree<T>(T tree) implements Parsed<T> {}

  /** The text has syntax errors; {@code problems} is not empty and in the order of the text. */
  record Malformed<T>(List<Diagnostic> problems) implements Parsed<T> {
    /** Copies the problems. */
    public Malformed {
      problems = List.copyOf(problems);
    }
  }
}
