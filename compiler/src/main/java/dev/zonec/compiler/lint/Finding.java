package dev.zonec.compiler.lint;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Edit;
import java.util.List;

/**
 * A finding of lint.
 *
 * @param diagnostic the finding as a diagnostic
 * @param fix the edits that fix it; empty if a person has to decide
 */
public record Finding(Diagnostic diagnostic, List<Edit> fix) {
  /** Copies the fix. */
  public Finding {
    fix = List.copyOf(fix);
  }

  /** Creates a finding without a fix. */
  static Finding of(Diagnostic diagnostic) {
    return new Finding(diagnostic, List.of());
  }

  /** Whether the finding can be fixed automatically. */
  public boolean fixable() {
    return !fix.isEmpty();
  }
}
