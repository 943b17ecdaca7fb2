package dev.zonec.verifier.proof;

import dev.zonec.model.program.Waiver;
import dev.zonec.verifier.proof.VerificationResult.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * What verdicts are worth where pods have addresses outside of the ranges that they are declared or
 * assumed to be in.
 *
 * <p>With the addresses that are there added to the ranges a counterexample is one that exists. But
 * where they come from there may be more, so that a claim is proved only if it holds as well
 * wherever pods have their addresses.
 *
 * @param seen the verdicts with the addresses that are there
 * @param anywhere the verdicts with pods at any address, of the same claims
 */
record WiderRanges(VerificationResult seen, VerificationResult anywhere) {
  private static final String REASON = "pods have addresses outside of their range";

  VerificationResult result() {
    List<Finding> findings = new ArrayList<>();
    for (Finding one : seen.findings()) {
      findings.add(new Finding(one.claim(), both(one.verdict(), anywhere(one.claim()))));
    }
    List<Waiver> unused =
        seen.unusedWaivers().stream().filter(anywhere.unusedWaivers()::contains).toList();
    return new VerificationResult(
        findings, seen.assumed(), unused, seen.questions() + anywhere.questions());
  }

  /** What is said of the claim there; nothing, where the time ran out before. */
  private Verdict anywhere(Claim claim) {
    return anywhere.findings().stream()
        .filter(finding -> finding.claim().equals(claim))
        .findFirst()
        .map(Finding::verdict)
        .orElseGet(() -> new Verdict.Inconclusive("the time ran out", List.of()));
  }

  private static Verdict both(Verdict seen, Verdict anywhere) {
    if (!holds(seen)) {
      return seen;
    }
    return holds(anywhere) ? anywhere : new Verdict.Inconclusive(REASON, List.of());
  }

  /** Whether some claim holds with the addresses that are there. */
  static boolean isNeeded(VerificationResult seen) {
    return seen.findings().stream().anyMatch(finding -> holds(finding.verdict()));
  }

  private static boolean holds(Verdict verdict) {
    return verdict instanceof Verdict.Proved || verdict instanceof Verdict.Waived;
  }
}
