package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Severity;
import dev.zonec.verifier.finding.Finding;
import java.util.List;

/** Reports that a claim is inconclusive. */
final class InconclusiveText {
  private InconclusiveText() {}

  /** Returns the diagnostic of an inconclusive claim, with the reason. */
  static Diagnostic of(Finding.Inconclusive finding) {
    return new Diagnostic(
        Severity.ERROR,
        Code.ZC0510,
        ClaimText.name(finding.claim()) + " is inconclusive: " + finding.reason(),
        ClaimText.place(finding.claim()),
        "",
        List.of());
  }
}
