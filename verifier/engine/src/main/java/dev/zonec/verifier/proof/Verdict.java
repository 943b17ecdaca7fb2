package dev.zonec.verifier.proof;

import dev.zonec.model.program.Waiver;
import java.util.List;
import java.util.Optional;

/** The verdict on a claim (spec/verification.md, Verdicts). */
public sealed interface Verdict {
  /** The claim holds for every pod that could exist. */
  record Proved() implements Verdict {}

  /**
   * The claim holds for every pod that could exist, except for connections or paths that waivers
   * excuse.
   *
   * @param used the waivers that excuse something, or may do so; at least one
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
   * The claim holds for every pod that could exist, except for violations that are accepted, and
   * for connections or paths that waivers excuse.
   *
   * @param used the waivers that excuse something, or may do so; may be empty
   */
  record Accepted(List<Waiver> used) implements Verdict {
    /** Copies the waivers. */
    public Accepted {
      used = List.copyOf(used);
    }
  }

  /**
   * The claim does not hold.
   *
   * @param counterexamples at least one, none of them accepted; each was evaluated by the concrete
   *     semantics
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
   * It is not known whether the claim holds.
   *
   * @param reason the reason, as a clause
   * @param provisional counterexamples that refute the claim unless the reason invalidates them;
   *     may be empty
   */
  record Inconclusive(String reason, List<Counterexample> provisional) implements Verdict {
    /** Copies the counterexamples. */
    public Inconclusive {
      provisional = List.copyOf(provisional);
    }
  }

  /** Whether the claim holds, except for what waivers excuse and for accepted violations. */
  default boolean holds() {
    return switch (this) {
      case Proved proved -> true;
      case Waived waived -> true;
      case Accepted accepted -> true;
      case Refuted refuted -> false;
      case Inconclusive inconclusive -> false;
      case EmptyParty empty -> false;
    };
  }

  /**
   * Returns the verdict on a claim that was divided into questions: refuted if there are
   * counterexamples, else inconclusive if a question has no answer, else proved.
   */
  static Verdict of(List<Counterexample> found, Optional<String> unknown) {
    if (!found.isEmpty()) {
      return new Refuted(found);
    }
    return unknown
        .<Verdict>map(reason -> new Inconclusive(reason, List.of()))
        .orElseGet(Proved::new);
  }

  /**
   * The claim is about a party that can have no member, so it says nothing.
   *
   * @param party the name of the party
   */
  record EmptyParty(String party) implements Verdict {}
}
