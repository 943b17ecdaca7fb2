package dev.zonec.compiler.lint;

import dev.zonec.compiler.ignore.Suppressed;
import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/**
 * The result of lint.
 *
 * @param findings the findings, in the order of the sources
 * @param suppressed the findings that comments suppress
 */
public record LintResult(List<Finding> findings, List<Suppressed> suppressed) {
  /** Copies the lists. */
  public LintResult {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
  }

  /** Whether the program has errors. Lint then runs no checks. */
  public boolean rejected() {
    return findings.stream().anyMatch(finding -> finding.diagnostic().isError());
  }

  /** Returns the findings as diagnostics. */
  public List<Diagnostic> diagnostics() {
    return findings.stream().map(Finding::diagnostic).toList();
  }
}
