package dev.zonec.application.adversary;

import dev.zonec.verifier.finding.Finding;
import java.util.List;

/** Whether one assertion holds against one adversary. */
public sealed interface AdversaryResult {
  /** Returns the word in reports. */
  default String word() {
    return switch (this) {
      case Holds holds -> "holds";
      case Breaks breaks -> "breaks";
      case Open open -> "open";
      case Same same -> "same";
      case Robust robust -> "robust";
      case Assumes assumes -> "assumes";
      case Rests rests -> "rests";
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

  /** The assertion is proved, whichever labels that nothing pins an attacker sets. */
  record Robust() implements AdversaryResult {}

  /**
   * The assertion is proved only if tenants cannot set some labels, as the program declares. No
   * admission policy of the manifests enforces this.
   *
   * @param keys the labels, sorted; each of them is needed
   * @param finding a shortest attack with labels that the program declares
   */
  record Assumes(List<String> keys, Finding.Violation finding) implements AdversaryResult {
    /** Copies the keys. */
    public Assumes {
      keys = List.copyOf(keys);
    }
  }

  /**
   * An attacker that sets labels of its pods breaks the assertion.
   *
   * @param keys the labels that must be pinned so that the assertion is proved, sorted; each of
   *     them is needed
   * @param finding a shortest attack
   */
  record Rests(List<String> keys, Finding.Violation finding) implements AdversaryResult {
    /** Copies the keys. */
    public Rests {
      keys = List.copyOf(keys);
    }
  }
}
