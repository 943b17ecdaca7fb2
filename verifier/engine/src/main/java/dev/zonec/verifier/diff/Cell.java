package dev.zonec.verifier.diff;

import dev.zonec.verifier.reach.Box;
import java.util.List;

/**
 * A named set of ends. The cells of a comparison are disjoint and together contain every end.
 *
 * @param kind the kind of the set
 * @param name the name of the zone or external; empty for other ends
 * @param boxes the ends; not empty
 */
public record Cell(Kind kind, String name, List<Box> boxes) {
  /** The kinds of cells. */
  public enum Kind {
    /** The pods of a zone. */
    ZONE,
    /** The addresses or pods of an external. */
    EXTERNAL,
    /** The pods of no zone and no external. */
    OTHER_PODS,
    /** The addresses of no external. */
    OTHER_ADDRESSES
  }

  /** Whether some of the ends are addresses. */
  public boolean holdsAddresses() {
    return boxes.stream().anyMatch(Box.Addresses.class::isInstance);
  }

  /** Copies the boxes. */
  public Cell {
    boxes = List.copyOf(boxes);
  }
}
