package dev.zonec.verifier.semantics;

/** Whether a condition holds if labels, addresses or names are unknown. */
enum Certainty {
  /** It does not hold, whatever the unknown values are. */
  NO,
  /** It depends on unknown values. */
  MAYBE,
  /** It holds, whatever the unknown values are. */
  YES;

  static Certainty of(boolean known) {
    return known ? YES : NO;
  }

  /** Returns the certainty that both conditions hold. */
  Certainty and(Certainty other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** Returns the certainty that one of the conditions holds. */
  Certainty or(Certainty other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Returns whether the condition holds, if MAYBE counts as {@code maybe}. */
  boolean resolve(boolean maybe) {
    return switch (this) {
      case NO -> false;
      case MAYBE -> maybe;
      case YES -> true;
    };
  }
}
