package dev.zonec.grammar.format;

import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/** The outcome of formatting a source. */
public sealed interface Formatted {
  /** The formatted text. */
  record Text(String text) implements Formatted {}

  /** The source has syntax errors and is not formatted. */
  record Malformed(List<Diagnostic> problems) implements Formatted {
    /** Copies the problems. */
    public Malformed {
      problems = List.copyOf(problems);
    }
  }
}
