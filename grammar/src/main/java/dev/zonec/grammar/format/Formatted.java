package dev.zonec.grammar.format;

import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/** What came of formatting a source. */
public sealed interface Formatted {
  /** The source in the one style. */
  record Text(String text) implements Formatted {}

  /** It has syntax errors and is left alone. */
  record Malformed(List<Diagnostic> problems) implements Formatted {
    /** Copies the problems. */
    public Malformed {
      problems = List.copyOf(problems);
    }
  }
}
