package dev.zonec.flows.judgement;

import dev.zonec.flows.attribution.Doubt;

/**
 * What is known about a flow.
 *
 * @param declared whether the program declares it
 * @param allowed whether the policies allow it
 * @param doubt why nothing is known; {@link Doubt#NONE} if there is no reason
 */
public record Judgement(Answer declared, Answer allowed, Doubt doubt) {
  /** An answer that holds for every network plugin. */
  public enum Answer {
    /** Yes. */
    YES,
    /** No. */
    NO,
    /** It is not known, or the program makes no statement. */
    OPEN
  }

  static Judgement doubtful(Doubt doubt) {
    return new Judgement(Answer.OPEN, Answer.OPEN, doubt);
  }
}
