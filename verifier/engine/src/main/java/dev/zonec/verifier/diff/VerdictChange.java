package dev.zonec.verifier.diff;

import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.ClaimVerdict;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.proof.VerificationResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A claim whose verdict differs between the two sides of a comparison.
 *
 * @param claim the claim, as the second side makes it, if it does
 * @param before the verdict before the change; empty if the program did not make the claim
 * @param after the verdict after the change; empty if the program no longer makes the claim
 */
public record VerdictChange(Claim claim, Optional<Verdict> before, Optional<Verdict> after) {
  /** Returns the changes between two verifications, in the order of the claims. */
  public static List<VerdictChange> between(VerificationResult before, VerificationResult after) {
    Map<String, ClaimVerdict> then = byKey(before);
    Map<String, ClaimVerdict> now = byKey(after);
    List<VerdictChange> changes = new ArrayList<>();
    now.forEach(
        (key, finding) -> {
          Optional<Verdict> old = Optional.ofNullable(then.get(key)).map(ClaimVerdict::verdict);
          Optional<Verdict> verdict = Optional.of(finding.verdict());
          if (!old.map(VerdictChange::kind).equals(verdict.map(VerdictChange::kind))) {
            changes.add(new VerdictChange(finding.claim(), old, verdict));
          }
        });
    then.forEach(
        (key, finding) -> {
          if (!now.containsKey(key)) {
            changes.add(
                new VerdictChange(
                    finding.claim(), Optional.of(finding.verdict()), Optional.empty()));
          }
        });
    return changes;
  }

  /** Whether the claim was proved and no longer is. */
  public boolean worsens() {
    boolean held = before.filter(Verdict::holds).isPresent();
    return (held || before.isEmpty()) && after.filter(verdict -> !verdict.holds()).isPresent();
  }

  /** Whether it is known on both sides whether the claim holds. */
  public boolean isDecided() {
    return Stream.of(before, after)
        .flatMap(Optional::stream)
        .noneMatch(Verdict.Inconclusive.class::isInstance);
  }

  private static String kind(Verdict verdict) {
    return verdict.getClass().getSimpleName();
  }

  private static Map<String, ClaimVerdict> byKey(VerificationResult result) {
    Map<String, ClaimVerdict> byKey = new LinkedHashMap<>();
    for (ClaimVerdict finding : result.verdicts()) {
      byKey.put(finding.claim().key(), finding);
    }
    return byKey;
  }
}
