package dev.zonec.application.adversary;

import dev.zonec.verifier.finding.Finding;

/** Whether one assertion holds against one adversary. */
public sealed interface AdversaryResult {
  /** Returns the word in reports. */
  default String word() {
    return switch (this) {
      case Holds holds -> "holds";
      case Breaks breaks -> "breaks";
      case Open open -> "open";
      case Same same -> "same";
    };
  }

  /** The assertion is proved, except for what waivers excuse and for accepted violations. */
  record Holds() implements AdversaryResult {}

  /**
   * The assertion does not hold.
   *
   * @param finding a shortest counterexample
   */
  record Breaks(Finding.Violation finding) implements AdversaryResult {}

  /**
   * It is not known whether the assertion holds.
   *
   * @param reason why, as a clause
   */
  record Open(String reason) implements AdversaryResult {}

  /** The adversary changes nothing, so the verdict is the one on the policies as they are. */
  record Same() implements AdversaryResult {}
}
