package dev.zonec.application.access;

import dev.zonec.access.report.AccessAnswer;

/**
 * The subjects that can change what proofs rest on.
 *
 * @param answer the subjects
 * @param judgement whether the user accepts them
 */
public record ListedPowers(AccessAnswer answer, Judgement judgement) {
  /** Whether the subjects are accepted. */
  public enum Judgement {
    /** There is a subject that the user does not accept. */
    FAILS,
    /** There is none, and an input was not read. */
    INCOMPLETE,
    /** There is none, and a binding refers to a role that does not exist. */
    ROLE_ABSENT,
    /** The subjects are accepted. */
    PASSES
  }
}
