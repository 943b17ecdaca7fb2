package dev.zonec.verifier.proof;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The verdict on a claim about paths that was cut into parts: refuted with the shortest path of any
 * part; else inconclusive if a part is; else proved.
 */
final class PathVerdicts {
  private PathVerdicts() {}

  static Verdict combine(Verdict one, Verdict other) {
    return Stream.of(one, other)
        .filter(Verdict.Refuted.class::isInstance)
        .min(Comparator.comparingInt(PathVerdicts::fewestHops))
        .orElseGet(() -> one instanceof Verdict.Proved ? other : one);
  }

  /** The length of the shortest path that refutes a claim; of no use for other verdicts. */
  static int fewestHops(Verdict verdict) {
    return verdict instanceof Verdict.Refuted(var counterexamples)
        ? fewestHops(counterexamples)
        : Integer.MAX_VALUE;
  }

  /** The length of the shortest of some paths. */
  static int fewestHops(List<Counterexample> paths) {
    return paths.stream().mapToInt(path -> path.hops().size()).min().orElse(Integer.MAX_VALUE);
  }
}
