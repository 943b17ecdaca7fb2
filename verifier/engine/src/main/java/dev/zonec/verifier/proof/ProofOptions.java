package dev.zonec.verifier.proof;

import dev.zonec.verifier.quotient.SettableLabels;
import dev.zonec.verifier.smt.ImpossibleQuestions;

/**
 * What a verification proves beyond its inputs, and how.
 *
 * @param accepting the violations that are accepted
 * @param known the questions to the solver that need not be asked again
 * @param certifying whether the result contains the proofs of the claims that hold
 * @param pods the pods that the claims are about
 * @param settable the labels that pods can set before they connect; with any, only assertions that
 *     forbid something are meaningful
 */
public record ProofOptions(
    Accepting accepting,
    ImpossibleQuestions known,
    boolean certifying,
    WorldKind pods,
    SettableLabels settable) {
  /**
   * Accepts nothing, knows no question, and collects no proofs. The claims are about every pod that
   * could exist, with fixed labels.
   */
  public static final ProofOptions DEFAULT =
      new ProofOptions(
          Accepting.NOTHING,
          ImpossibleQuestions.none(),
          false,
          WorldKind.OPEN,
          SettableLabels.NONE);

  /** Returns the options with other accepted violations. */
  ProofOptions withAccepting(Accepting other) {
    return new ProofOptions(other, known, certifying, pods, settable);
  }

  /** Returns the options with other known questions. */
  ProofOptions withKnown(ImpossibleQuestions other) {
    return new ProofOptions(accepting, other, certifying, pods, settable);
  }

  /** Returns the options, with or without the proofs in the result. */
  ProofOptions withCertifying(boolean other) {
    return new ProofOptions(accepting, known, other, pods, settable);
  }

  /** Returns the options for claims about other pods. */
  ProofOptions withPods(WorldKind other) {
    return new ProofOptions(accepting, known, certifying, other, settable);
  }

  /** Returns the options with other labels that pods can set. */
  ProofOptions withSettable(SettableLabels other) {
    return new ProofOptions(accepting, known, certifying, pods, other);
  }
}
