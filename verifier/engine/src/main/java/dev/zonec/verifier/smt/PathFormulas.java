package dev.zonec.verifier.smt;

import java.util.List;

/**
 * A question about paths, as statements about the single connections of a path.
 *
 * @param steps the connection is a step
 * @param starts paths begin at the source
 * @param relays paths can pass through the source
 * @param targets for each target, the destination is in the target
 * @param stops a path that arrives at the source ends there, so that no path passes through it
 */
public record PathFormulas(
    Formula steps, Formula starts, Formula relays, List<Formula> targets, Formula stops) {
  /** Copies the targets. */
  public PathFormulas {
    targets = List.copyOf(targets);
  }

  /**
   * The question for a single target. Paths through the target are not considered, because the part
   * of such a path up to the target is shorter and answers the question.
   */
  public static PathFormulas toTarget(
      Formula targets, Formula sourceIsTarget, Formula steps, Formula starts, Formula relays) {
    return new PathFormulas(steps, starts, relays, List.of(targets), sourceIsTarget);
  }

  /** The question for several targets. A path to one of them may pass through another. */
  public static PathFormulas toEachTarget(
      List<Formula> targets, Formula steps, Formula starts, Formula relays) {
    return new PathFormulas(steps, starts, relays, targets, Formula.any());
  }
}
