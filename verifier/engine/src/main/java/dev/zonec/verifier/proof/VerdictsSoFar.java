package dev.zonec.verifier.proof;

import dev.zonec.model.program.Disjointness;
import java.util.ArrayList;
import java.util.List;

/**
 * The verdicts of a run that is still in progress. If the time runs out, another thread reads them
 * without waiting for the run.
 */
final class VerdictsSoFar {
  private final List<ClaimVerdict> verdicts = new ArrayList<>();
  private List<Disjointness.Pair> assumed = List.of();

  synchronized void assume(List<Disjointness.Pair> pairs) {
    assumed = pairs;
  }

  synchronized void add(ClaimVerdict decided) {
    verdicts.add(decided);
  }

  synchronized List<ClaimVerdict> verdicts() {
    return List.copyOf(verdicts);
  }

  /**
   * Returns whether two claims are the same. The instances of an assertion of a {@code foreach}
   * share one verdict, so assertions are compared by name.
   */
  private static boolean isSame(Claim one, Claim other) {
    return (one instanceof Claim.Asserted(var first) && other instanceof Claim.Asserted(var second))
        ? first.name().equals(second.name())
        : one.equals(other);
  }

  /**
   * Returns the verdicts so far, and an inconclusive one for each of {@code claims} that has none.
   */
  synchronized VerificationResult result(List<Claim> claims) {
    List<ClaimVerdict> all = new ArrayList<>(verdicts);
    for (Claim claim : claims) {
      if (verdicts.stream().noneMatch(decided -> isSame(decided.claim(), claim))) {
        all.add(new ClaimVerdict(claim, new Verdict.Inconclusive("the time ran out", List.of())));
      }
    }
    return new VerificationResult(all, assumed, List.of(), 0);
  }
}
