package dev.zonec.verifier.smt;

import java.util.List;

/**
 * What a search for paths is about, said of single connections.
 *
 * @param steps the connection is a step
 * @param starts the source is where paths begin
 * @param passes the source may be passed through
 * @param targets for each place where paths end: the destination is there
 * @param ends the source is where every path ends that comes to it, so that none passes through
 */
public record PathFormulas(
    Formula steps, Formula starts, Formula passes, List<Formula> targets, Formula ends) {
  /** Copies the targets. */
  public PathFormulas {
    targets = List.copyOf(targets);
  }

  /** Paths to one place; a path that passes through it is longer than one that ends there. */
  public static PathFormulas to(
      Formula targets, Formula sourceIsTarget, Formula steps, Formula starts, Formula passes) {
    return new PathFormulas(steps, starts, passes, List.of(targets), sourceIsTarget);
  }

  /** Paths to several places, which may lead through one to another. */
  public static PathFormulas toEach(
      List<Formula> targets, Formula steps, Formula starts, Formula passes) {
    return new PathFormulas(steps, starts, passes, targets, Formula.any());
  }
}
