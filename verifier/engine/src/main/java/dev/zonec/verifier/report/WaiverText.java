package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Waiver;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.ClaimVerdict;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.proof.VerificationResult;
import java.util.List;

/** Reports the effects of waivers. */
final class WaiverText {
  private WaiverText() {}

  /** Returns a warning about a waiver that excuses nothing. */
  static Diagnostic unused(Waiver waiver, VerificationResult result) {
    return Diagnostic.warning(
            Code.ZC2009, waiver.span(), "the waiver of `" + waiver.assertion() + "` has no effect")
        .labelled(
            fails(waiver, result)
                ? "the assertion fails for other reasons"
                : "the assertion holds without it")
        .help("delete it");
  }

  private static boolean fails(Waiver waiver, VerificationResult result) {
    return result.verdicts().stream()
        .anyMatch(
            decided ->
                decided.claim() instanceof Claim.Asserted(Assertion assertion)
                    && assertion.name().equals(waiver.assertion())
                    && !(decided.verdict() instanceof Verdict.Proved)
                    && !(decided.verdict() instanceof Verdict.Waived));
  }

  /** Returns a line for each waiver that a proof needs. */
  static List<String> used(VerificationResult result) {
    return result.verdicts().stream()
        .map(ClaimVerdict::verdict)
        .filter(Verdict.Waived.class::isInstance)
        .flatMap(verdict -> ((Verdict.Waived) verdict).used().stream())
        .map(
            waiver ->
                "waived: "
                    + waiver
                    + ", approved by "
                    + waiver.approvedBy()
                    + " until "
                    + waiver.until())
        .toList();
  }
}
