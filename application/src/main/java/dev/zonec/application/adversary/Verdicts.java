package dev.zonec.application.adversary;

import dev.zonec.model.program.Assertion;
import dev.zonec.verifier.finding.Finding;
import dev.zonec.verifier.finding.Findings;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.ClaimVerdict;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.proof.VerificationResult;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The verdicts of one verification on the assertions, by name.
 *
 * @param findings turns verdicts into findings
 * @param byName the verdict on each assertion, in the order of the program
 */
record Verdicts(Findings findings, Map<String, ClaimVerdict> byName) {
  /** Returns the verdicts of {@code result}. */
  static Verdicts of(VerificationResult result, Findings findings) {
    Map<String, ClaimVerdict> byName = new LinkedHashMap<>();
    for (ClaimVerdict decided : result.verdicts()) {
      if (decided.claim() instanceof Claim.Asserted(Assertion assertion)) {
        byName.put(assertion.name(), decided);
      }
    }
    return new Verdicts(findings, byName);
  }

  /** Returns the assertions, with the first instance of each that a pattern writes out. */
  List<Assertion> assertions() {
    return byName.values().stream()
        .map(ClaimVerdict::claim)
        .filter(Claim.Asserted.class::isInstance)
        .map(claim -> ((Claim.Asserted) claim).assertion())
        .toList();
  }

  /** Returns the result of {@code assertion}. An assertion without a verdict is open. */
  AdversaryResult result(Assertion assertion) {
    ClaimVerdict decided = byName.get(assertion.name());
    if (decided == null) {
      return new AdversaryResult.Open("there is no verdict");
    }
    return switch (decided.verdict()) {
      case Verdict.Proved proved -> new AdversaryResult.Holds();
      case Verdict.Waived waived -> new AdversaryResult.Holds();
      case Verdict.Accepted accepted -> new AdversaryResult.Holds();
      case Verdict.Refuted refuted -> new AdversaryResult.Breaks(shortest(decided));
      case Verdict.Inconclusive(String reason, var provisional) -> new AdversaryResult.Open(reason);
      case Verdict.EmptyParty(String party) ->
          new AdversaryResult.Open("`" + party + "` can have no member");
    };
  }

  private Finding.Violation shortest(ClaimVerdict refuted) {
    VerificationResult only = new VerificationResult(List.of(refuted), List.of(), List.of(), 0);
    return findings.of(only).stream()
        .filter(Finding.Violation.class::isInstance)
        .map(Finding.Violation.class::cast)
        .min(Comparator.comparingInt(violation -> violation.hops().size()))
        .orElseThrow();
  }
}
