package dev.zonec.verifier.proof;

import java.util.List;

/** What came of a claim. */
public sealed interface Verdict {
  /** It holds for every pod that could exist. */
  record Proved() implements Verdict {}

  /**
   * It does not hold.
   *
   * @param counterexamples at least one, each replayed
   */
  record Refuted(List<Counterexample> counterexamples) implements Verdict {
    /** Copies the counterexamples and refuses none. */
    public Refuted {
      counterexamples = List.copyOf(counterexamples);
      if (counterexamples.isEmpty()) {
        throw new IllegalArgumentException("refuted without a counterexample");
      }
    }
  }

  /**
   * It is not known.
   *
   * @param reason why, as a clause
   * @param provisional what would refute it, were the reason not there; may be empty
   */
  record Inconclusive(String reason, List<Counterexample> provisional) implements Verdict {
    /** Copies the counterexamples. */
    public Inconclusive {
      provisional = List.copyOf(provisional);
    }
  }

  /** It says nothing: one of its parties can have no member. */
  record Vacuous(String party) implements Verdict {}
}
