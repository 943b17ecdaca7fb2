package dev.zonec.verifier.proof;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Combines verdicts on the parts of a claim about paths. */
final class PathVerdicts {
  private PathVerdicts() {}

  /**
   * Returns refuted with the shortest path if a part is refuted, else inconclusive if a part is
   * inconclusive, else proved.
   */
  static Verdict combine(Verdict one, Verdict other) {
    return Stream.of(one, other)
        .filter(Verdict.Refuted.class::isInstance)
        .min(Comparator.comparingInt(PathVerdicts::fewestHops))
        .orElseGet(() -> one instanceof Verdict.Proved ? other : one);
  }

  /**
   * Returns the number of hops of the shortest path that refutes a claim; {@link Integer#MAX_VALUE}
   * for other verdicts.
   */
  static int fewestHops(Verdict verdict) {
    return verdict instanceof Verdict.Refuted(var counterexamples)
        ? fewestHops(counterexamples)
        : Integer.MAX_VALUE;
  }

  /**
   * Returns the number of hops of the shortest of {@code paths}; {@link Integer#MAX_VALUE} if there
   * is none.
   */
  static int fewestHops(List<Counterexample> paths) {
    return paths.stream().mapToInt(path -> path.hops().size()).min().orElse(Integer.MAX_VALUE);
  }
}
