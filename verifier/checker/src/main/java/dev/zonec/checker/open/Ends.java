package dev.zonec.checker.open;

import dev.zonec.kubernetes.policy.Direction;

/**
 * The two ends of the connection.
 *
 * @param source the end that opens it
 * @param destination the end that accepts it
 */
record Ends(End source, End destination) {
  /** Returns the end that policies of {@code direction} govern. */
  End self(Direction direction) {
    return direction == Direction.EGRESS ? source : destination;
  }

  /** Returns the other end. */
  End other(Direction direction) {
    return self(direction.opposite());
  }
}
