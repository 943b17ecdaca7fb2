package dev.zonec.verifier.proof;

import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Waiver;
import java.util.List;

/**
 * What came of a run.
 *
 * @param findings each claim with its verdict, in the order in which they are reported
 * @param assumed the zones that were taken to share no pod without proof
 * @param unusedWaivers the waivers that take nothing out of their assertions
 * @param questions how many questions were put to the solver
 */
public record VerificationResult(
    List<Finding> findings,
    List<Disjointness.Pair> assumed,
    List<Waiver> unusedWaivers,
    int questions) {
  /** Copies the lists. */
  public VerificationResult {
    findings = List.copyOf(findings);
    assumed = List.copyOf(assumed);
    unusedWaivers = List.copyOf(unusedWaivers);
  }

  /** What the verdicts of all claims come to. */
  public enum Conclusion {
    /** Every claim is proved, except for what waivers take out of it. */
    HOLDS,
    /** A claim is refuted, or is about an empty zone. */
    VIOLATED,
    /** No claim is refuted, and one is inconclusive. */
    INCONCLUSIVE
  }

  /** A claim and its verdict. */
  public record Finding(Claim claim, Verdict verdict) {}

  /** Returns what the verdicts come to. A violation outweighs a claim that is inconclusive. */
  public Conclusion conclusion() {
    Conclusion conclusion = Conclusion.HOLDS;
    for (Finding finding : findings) {
      switch (finding.verdict()) {
        case Verdict.Refuted refuted -> {
          return Conclusion.VIOLATED;
        }
        case Verdict.EmptyParty empty -> {
          return Conclusion.VIOLATED;
        }
        case Verdict.Inconclusive inconclusive -> conclusion = Conclusion.INCONCLUSIVE;
        case Verdict.Proved proved -> {}
        case Verdict.Waived waived -> {}
      }
    }
    return conclusion;
  }

  /** Whether every claim is proved, except for what waivers take out of it. */
  public boolean allProved() {
    return conclusion() == Conclusion.HOLDS;
  }

  /** Whether some claim is refuted or is about an empty zone. */
  public boolean anyRefuted() {
    return conclusion() == Conclusion.VIOLATED;
  }
}
