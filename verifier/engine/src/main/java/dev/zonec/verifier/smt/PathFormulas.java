package dev.zonec.verifier.smt;

import java.util.List;

/**
 * What a search for paths is about, said of single connections.
 *
 * @param steps the connection is a step
 * @param starts the source is where paths begin
 * @param relays the source may be passed through
 * @param targets for each place where paths end: the destination is there
 * @param stops the source is where every path stops that comes to it, so that none relays through
 */
public record PathFormulas(
    Formula steps, Formula starts, Formula relays, List<Formula> targets, Formula stops) {
  /** Copies the targets. */
  public PathFormulas {
    targets = List.copyOf(targets);
  }

  /** Paths to one place; a path that relays through it is longer than one that stops there. */
  public static PathFormulas toTarget(
      Formula targets, Formula sourceIsTarget, Formula steps, Formula starts, Formula relays) {
    return new PathFormulas(steps, starts, relays, List.of(targets), sourceIsTarget);
  }

  /** Paths to several places, which may lead through one to another. */
  public static PathFormulas toEachTarget(
      List<Formula> targets, Formula steps, Formula starts, Formula relays) {
    return new PathFormulas(steps, starts, relays, targets, Formula.any());
  }
}
