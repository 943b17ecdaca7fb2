package dev.zonec.verifier.proof;

import java.util.List;

/**
 * Makes verdicts inconclusive if there are gaps: an input that was not read could allow or deny the
 * connections that a verdict depends on.
 */
record GapVerdicts(List<Gap> gaps) {
  /** Copies the list. */
  GapVerdicts {
    gaps = List.copyOf(gaps);
  }

  /** Returns the verdict as far as the gaps allow it. */
  ClaimVerdict limited(ClaimVerdict decided) {
    // Whether zones share a pod depends on selectors and declared workloads only.
    if (gaps.isEmpty() || decided.claim() instanceof Claim.NoSharedPod) {
      return decided;
    }
    return switch (decided.verdict()) {
      case Verdict.Proved proved -> inconclusive(decided.claim(), List.of());
      case Verdict.Waived waived -> inconclusive(decided.claim(), List.of());
      case Verdict.Accepted accepted -> inconclusive(decided.claim(), List.of());
      case Verdict.Refuted(var counterexamples) -> inconclusive(decided.claim(), counterexamples);
      case Verdict.Inconclusive inconclusive -> decided;
      case Verdict.EmptyParty empty -> decided;
    };
  }

  private ClaimVerdict inconclusive(Claim claim, List<Counterexample> provisional) {
    return new ClaimVerdict(claim, new Verdict.Inconclusive(reason(), provisional));
  }

  private String reason() {
    String first = gaps.getFirst().problem().message();
    int more = gaps.size() - 1;
    return more == 0
        ? first
        : first + "; and " + more + " more " + (more == 1 ? "problem" : "problems");
  }
}
