package dev.zonec.checker.claim;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import java.util.ArrayList;
import java.util.List;

/** The ends at which a flow promises that policies admit its connections. */
public final class PromisedSides {
  private PromisedSides() {}

  /**
   * Returns the directions of policies at these ends. An end that is {@code any}, {@code any-pod}
   * or a part of them contains pods that the program does not govern, and has no promise.
   */
  public static List<Direction> of(Flow flow) {
    List<Direction> directions = new ArrayList<>();
    if (isPromised(flow.from())) {
      directions.add(Direction.EGRESS);
    }
    if (isPromised(flow.to())) {
      directions.add(Direction.INGRESS);
    }
    return directions;
  }

  private static boolean isPromised(Party party) {
    return switch (party) {
      case Party.Zone zone -> true;
      case Party.Addresses addresses -> true;
      case Party.ForeignPods foreign -> true;
      case Party.Anyone anyone -> false;
      case Party.Others others -> false;
    };
  }
}
