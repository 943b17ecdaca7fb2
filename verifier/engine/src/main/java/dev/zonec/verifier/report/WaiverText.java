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
                    && !decided.verdict().holds());
  }

  private static List<Waiver> used(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Waived(List<Waiver> used) -> used;
      case Verdict.Accepted(List<Waiver> used) -> used;
      case Verdict.Proved proved -> List.of();
      case Verdict.Refuted refuted -> List.of();
      case Verdict.Inconclusive inconclusive -> List.of();
      case Verdict.EmptyParty empty -> List.of();
    };
  }

  /** Returns a line for each waiver that a proof needs. */
  static List<String> used(VerificationResult result) {
    return result.verdicts().stream()
        .map(ClaimVerdict::verdict)
        .flatMap(verdict -> used(verdict).stream())
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
