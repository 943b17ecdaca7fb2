package dev.zonec.compiler.lint;

import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/**
 * What lint found.
 *
 * @param findings in the order of the sources
 */
public record LintResult(List<Finding> findings) {
  /** Copies the findings. */
  public LintResult {
    findings = List.copyOf(findings);
  }

  /** Whether the program does not make sense, so that nothing but that was looked at. */
  public boolean rejected() {
    return findings.stream().anyMatch(finding -> finding.diagnostic().isError());
  }

  /** The findings as diagnostics. */
  public List<Diagnostic> diagnostics() {
    return findings.stream().map(Finding::diagnostic).toList();
  }
}
