package dev.zonec.verifier.proof;

/** Which pods the claims of a verification are about. */
public enum WorldKind {
  /** Every pod that could exist. */
  OPEN,
  /** The pods of the declared workloads only. */
  CLOSED
}
