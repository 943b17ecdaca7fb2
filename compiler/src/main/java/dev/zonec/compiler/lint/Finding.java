package dev.zonec.compiler.lint;

import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/**
 * Something that lint found.
 *
 * @param diagnostic what it is
 * @param fix what would fix it; nothing where that is for people to decide
 */
public record Finding(Diagnostic diagnostic, List<Edit> fix) {
  /** Copies the fix. */
  public Finding {
    fix = List.copyOf(fix);
  }

  /** A finding that people have to fix. */
  static Finding of(Diagnostic diagnostic) {
    return new Finding(diagnostic, List.of());
  }

  /** Whether it can be fixed automatically. */
  public boolean fixable() {
    return !fix.isEmpty();
  }
}
