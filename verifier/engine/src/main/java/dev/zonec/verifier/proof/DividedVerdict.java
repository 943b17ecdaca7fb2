package dev.zonec.verifier.proof;

import dev.zonec.verifier.smt.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The verdict of a proof that is divided into parts. Invariant: a part that was not decided is
 * never lost, so the verdict is proved only if every part that was added is impossible.
 */
final class DividedVerdict {
  private final List<Counterexample> found = new ArrayList<>();
  private Optional<String> unknown = Optional.empty();

  /**
   * Adds the outcome of a part.
   *
   * @param counterexample replays what the solver found
   */
  void add(Outcome outcome, Function<Outcome.Possible, Counterexample> counterexample) {
    switch (outcome) {
      case Outcome.Impossible impossible -> {}
      case Outcome.Unknown(String reason) -> addUnknown(reason);
      case Outcome.Possible possible -> found.add(counterexample.apply(possible));
    }
  }

  /** Adds a counterexample of a part. */
  void add(Counterexample counterexample) {
    found.add(counterexample);
  }

  /** Adds a part that was not decided. */
  void addUnknown(String reason) {
    unknown = unknown.or(() -> Optional.of(reason));
  }

  /** Returns the number of counterexamples so far. */
  int found() {
    return found.size();
  }

  /** Returns the verdict on the whole. */
  Verdict verdict() {
    return Verdict.of(found, unknown);
  }
}
