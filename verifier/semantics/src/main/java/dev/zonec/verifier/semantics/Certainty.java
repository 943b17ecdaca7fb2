package dev.zonec.verifier.semantics;

/** Whether something holds where not everything is known: labels, addresses, names. */
enum Certainty {
  /** It does not, whatever is not known. */
  NO,
  /** It depends on what is not known. */
  MAYBE,
  /** It does, whatever is not known. */
  YES;

  static Certainty of(boolean known) {
    return known ? YES : NO;
  }

  /** Whether both hold. */
  Certainty and(Certainty other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** Whether either holds. */
  Certainty or(Certainty other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The answer, {@code maybe} standing for what is not known. */
  boolean resolve(boolean maybe) {
    return switch (this) {
      case NO -> false;
      case MAYBE -> maybe;
      case YES -> true;
    };
  }
}
