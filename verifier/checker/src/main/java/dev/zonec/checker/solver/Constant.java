package dev.zonec.checker.solver;

/** A statement that does not depend on any value. */
public enum Constant implements Statement {
  /** Is always true. */
  TRUE,
  /** Is never true. */
  FALSE
}
