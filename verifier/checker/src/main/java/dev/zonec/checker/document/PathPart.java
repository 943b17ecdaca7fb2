package dev.zonec.checker.document;

import java.util.List;

/**
 * A part of the proof that there is no path.
 *
 * @param waivers for each waiver, whether its starts contain the starts of this part
 * @param proof what shows that no path of this part leads to a target
 */
public record PathPart(List<Boolean> waivers, Proof proof) {
  /** Copies the list. */
  public PathPart {
    waivers = List.copyOf(waivers);
  }

  /** What shows that no path of a part leads to a target. */
  public sealed interface Proof {
    /** There is no start. */
    record Empty() implements Proof {}

    /**
     * Sets of ends that the paths do not leave.
     *
     * @param sets at least one
     */
    record Invariants(List<EndSet> sets) implements Proof {
      /** Copies the list. */
      public Invariants {
        sets = List.copyOf(sets);
      }
    }
  }
}
