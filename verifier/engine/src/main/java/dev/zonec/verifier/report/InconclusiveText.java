package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Severity;
import dev.zonec.model.program.Assertion;
import dev.zonec.verifier.finding.Finding;
import dev.zonec.verifier.proof.Claim;
import java.util.List;

/** Reports that a claim is inconclusive. */
final class InconclusiveText {
  private InconclusiveText() {}

  /** Returns the diagnostic of an inconclusive claim, with the reason. */
  static Diagnostic of(Finding.Inconclusive finding) {
    return new Diagnostic(
        Severity.ERROR,
        Code.ZC0510,
        name(finding.claim()) + " is inconclusive: " + finding.reason(),
        finding.claim() instanceof Claim.Asserted(Assertion assertion)
            ? Place.at(assertion.span())
            : new Place.Nowhere(),
        "",
        List.of());
  }

  private static String name(Claim claim) {
    return switch (claim) {
      case Claim.NoUndeclaredConnection c -> "`no undeclared connection`";
      case Claim.NoBlockedFlow c -> "`no blocked flow`";
      case Claim.FreeEndsAdmit c -> "`nothing blocked that is left free`";
      case Claim.NoUndeclaredPath c -> "`no undeclared path`";
      case Claim.NoSharedPod(var zones) -> "`" + zones + " share no pod`";
      case Claim.Asserted(Assertion assertion) -> "assertion `" + assertion.name() + "`";
    };
  }
}
