package dev.zonec.verifier.proof;

import dev.zonec.model.program.Disjointness;
import dev.zonec.verifier.proof.VerificationResult.Finding;
import java.util.ArrayList;
import java.util.List;

/** What a run has found; whoever does not wait for the rest reads it from another thread. */
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

  /** Of an assertion that is made of several namespaces any instance may be the one found. */
  private static boolean isSame(Claim one, Claim other) {
    return (one instanceof Claim.Asserted(var first) && other instanceof Claim.Asserted(var second))
        ? first.name().equals(second.name())
        : one.equals(other);
  }

  /** The same with a verdict for each of {@code claims} that there is none for yet. */
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
