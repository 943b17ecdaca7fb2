package dev.zonec.verifier.proof;

import dev.zonec.diagnostics.Conclusion;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Waiver;
import java.util.List;

/**
 * The result of a verification.
 *
 * @param verdicts the verdict on each claim, in the order in which they are reported
 * @param assumed the pairs of zones that are assumed to share no pod
 * @param unusedWaivers the waivers that excuse nothing
 * @param accepted what became of the accepted violations
 * @param questions the number of questions that were put to the solver
 * @param certified the proofs of the claims that hold, if they were asked for
 */
public record VerificationResult(
    List<ClaimVerdict> verdicts,
    List<Disjointness.Pair> assumed,
    List<Waiver> unusedWaivers,
    AcceptedResult accepted,
    int questions,
    List<CertifiedRun> certified) {
  /** Copies the lists. */
  public VerificationResult {
    verdicts = List.copyOf(verdicts);
    assumed = List.copyOf(assumed);
    unusedWaivers = List.copyOf(unusedWaivers);
    certified = List.copyOf(certified);
  }

  /** Creates the result of a run that accepts nothing. */
  public VerificationResult(
      List<ClaimVerdict> verdicts,
      List<Disjointness.Pair> assumed,
      List<Waiver> unusedWaivers,
      int questions) {
    this(verdicts, assumed, unusedWaivers, AcceptedResult.NONE, questions, List.of());
  }

  /**
   * Returns what the verdicts come to. Claims hold if they are proved, except for what waivers
   * excuse and for accepted violations; a claim about an empty zone is violated. A violation
   * outweighs an inconclusive claim.
   */
  public Conclusion conclusion() {
    Conclusion conclusion = Conclusion.HOLDS;
    for (ClaimVerdict decided : verdicts) {
      switch (decided.verdict()) {
        case Verdict.Refuted refuted -> {
          return Conclusion.VIOLATED;
        }
        case Verdict.EmptyParty empty -> {
          return Conclusion.VIOLATED;
        }
        case Verdict.Inconclusive inconclusive -> conclusion = Conclusion.INCONCLUSIVE;
        case Verdict.Proved proved -> {}
        case Verdict.Waived waived -> {}
        case Verdict.Accepted accepted -> {}
      }
    }
    return conclusion;
  }

  /** Returns whether every claim holds, except for what is waived or accepted. */
  public boolean allProved() {
    return conclusion() == Conclusion.HOLDS;
  }
}
