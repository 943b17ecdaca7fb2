package dev.zonec.verifier.proof;

import dev.zonec.model.program.Waiver;
import java.util.List;
import java.util.Optional;

/** What came of a claim. */
public sealed interface Verdict {
  /** It holds for every pod that could exist. */
  record Proved() implements Verdict {}

  /**
   * It holds for every pod that could exist, but for what waivers take out of it.
   *
   * @param used at least one; each takes out something that does not hold, or may not
   */
  record Waived(List<Waiver> used) implements Verdict {
    /** Copies the waivers and refuses none. */
    public Waived {
      used = List.copyOf(used);
      if (used.isEmpty()) {
        throw new IllegalArgumentException("waived without a waiver");
      }
    }
  }

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

  /**
   * What follows from looking everywhere: refuted by what was found; else not known if somewhere
   * nothing could be decided; else proved.
   */
  static Verdict of(List<Counterexample> found, Optional<String> unknown) {
    if (!found.isEmpty()) {
      return new Refuted(found);
    }
    return unknown
        .<Verdict>map(reason -> new Inconclusive(reason, List.of()))
        .orElseGet(Proved::new);
  }

  /** It says nothing: one of its parties can have no member. */
  record EmptyParty(String party) implements Verdict {}
}
