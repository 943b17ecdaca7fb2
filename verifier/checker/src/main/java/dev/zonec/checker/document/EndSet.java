package dev.zonec.checker.document;

import java.util.List;

/** A set of ends of connections. */
public sealed interface EndSet {
  /** Returns the boxes. */
  List<EndBox> boxes();

  /** The ends in one of the boxes. */
  record In(List<EndBox> boxes) implements EndSet {
    /** Copies the boxes. */
    public In {
      boxes = List.copyOf(boxes);
    }
  }

  /** All ends that are in none of the boxes and that are no target. */
  record NotIn(List<EndBox> boxes) implements EndSet {
    /** Copies the boxes. */
    public NotIn {
      boxes = List.copyOf(boxes);
    }
  }
}
