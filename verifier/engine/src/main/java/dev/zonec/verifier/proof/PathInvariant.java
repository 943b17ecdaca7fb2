package dev.zonec.verifier.proof;

import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import dev.zonec.verifier.smt.Region;
import java.util.List;

/** A set of ends that paths do not leave, as a search found it. */
public sealed interface PathInvariant {
  /** The ends in one of the boxes. */
  record In(List<Box> boxes) implements PathInvariant {
    /** Copies the boxes. */
    public In {
      boxes = List.copyOf(boxes);
    }
  }

  /** The ends that are in none of the regions and are no targets. */
  record NotIn(List<Region> regions) implements PathInvariant {
    /** Copies the regions. */
    public NotIn {
      regions = List.copyOf(regions);
    }
  }

  /**
   * The end is in the set.
   *
   * @param targets the targets of the paths
   */
  default Formula contains(End end, PathEnds targets) {
    return switch (this) {
      case In(List<Box> boxes) -> new Formula.InBoxes(end, boxes);
      case NotIn(List<Region> regions) ->
          Formula.not(Formula.any(new Formula.InRegions(end, regions), targets.formula(end)));
    };
  }
}
