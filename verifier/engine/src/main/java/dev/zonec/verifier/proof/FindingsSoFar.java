package dev.zonec.verifier.proof;

import dev.zonec.model.program.Disjointness;
import dev.zonec.verifier.proof.VerificationResult.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * The findings of a run that is still in progress. If the time runs out, another thread reads them
 * without waiting for the run.
 */
final class FindingsSoFar {
  private final List<Finding> findings = new ArrayList<>();
  private List<Disjointness.Pair> assumed = List.of();

  synchronized void assume(List<Disjointness.Pair> pairs) {
    assumed = pairs;
  }

  synchronized void add(Finding finding) {
    findings.add(finding);
  }

  synchronized List<Finding> findings() {
    return List.copyOf(findings);
  }

  /**
   * Returns whether two claims are the same. The instances of an assertion of a {@code foreach}
   * share one finding, so assertions are compared by name.
   */
  private static boolean isSame(Claim one, Claim other) {
    return (one instanceof Claim.Asserted(var first) && other instanceof Claim.Asserted(var second))
        ? first.name().equals(second.name())
        : one.equals(other);
  }

  /**
   * Returns the findings so far, and an inconclusive finding for each of {@code claims} that has
   * none.
   */
  synchronized VerificationResult result(List<Claim> claims) {
    List<Finding> all = new ArrayList<>(findings);
    for (Claim claim : claims) {
      if (findings.stream().noneMatch(finding -> isSame(finding.claim(), claim))) {
        all.add(new Finding(claim, new Verdict.Inconclusive("the time ran out", List.of())));
      }
    }
    return new VerificationResult(all, assumed, List.of(), 0);
  }
}
