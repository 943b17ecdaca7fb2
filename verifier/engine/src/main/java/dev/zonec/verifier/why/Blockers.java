package dev.zonec.verifier.why;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.verifier.semantics.ClusterMatch;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.SideDecision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds everything that blocks a connection. The search removes the blocker that decides and
 * evaluates the rest again with the concrete semantics, until the connection is allowed. Invariant:
 * after each round, {@code rest} is the original context without the blockers that were found. At
 * the end, each blocker is dropped if the connection is also allowed without removing it.
 */
final class Blockers {
  private Blockers() {}

  /**
   * Returns everything that blocks {@code connection}: first for egress, then for ingress, and in
   * the order of evaluation on each side.
   */
  static List<Blocker> of(DecisionContext context, Connection connection) {
    List<Blocker> found = new ArrayList<>();
    DecisionContext rest = context;
    Optional<Blocker> blocker = first(rest, connection);
    while (blocker.isPresent()) {
      found.add(blocker.get());
      rest = rest.without(blocker.get());
      blocker = first(rest, connection);
    }
    found.sort(Comparator.comparing(each -> each.direction() == Direction.INGRESS));
    return needed(found, context, connection);
  }

  /**
   * Returns the blockers of {@code found} that block by themselves. Removing another blocker can
   * change how a host-network pod is treated, so that a blocker which was found earlier is no
   * longer needed.
   */
  private static List<Blocker> needed(
      List<Blocker> found, DecisionContext context, Connection connection) {
    List<Blocker> needed = new ArrayList<>(found);
    for (Blocker blocker : found) {
      List<Blocker> others = new ArrayList<>(needed);
      others.remove(blocker);
      if (context.without(others).decide(connection).isAllowed()) {
        needed = others;
      }
    }
    return needed;
  }

  /**
   * Returns the blocker on the side of the source, or else the one on the side of the destination.
   * The side of the source is evaluated again in each round, because removing a blocker can change
   * whether an end is treated as its node.
   */
  private static Optional<Blocker> first(DecisionContext context, Connection connection) {
    return first(context, connection, Direction.EGRESS)
        .or(() -> first(context, connection, Direction.INGRESS));
  }

  /** Returns the blocker on one side; empty if this side admits the connection. */
  private static Optional<Blocker> first(
      DecisionContext context, Connection connection, Direction direction) {
    if (!(context.decide(connection)
        instanceof Decision.Judged(SideDecision egress, SideDecision ingress))) {
      return Optional.empty();
    }
    SideDecision side = direction == Direction.EGRESS ? egress : ingress;
    if (side.admits()) {
      return Optional.empty();
    }
    List<ClusterMatch> passed = passed(side);
    return switch (side.decisive()) {
      case SideDecision.Decided(ClusterMatch by, List<ClusterMatch> tied) ->
          Optional.of(new Blocker.Denied(direction, passed, by, tied));
      case SideDecision.Blocked(List<Policy> isolating) ->
          Optional.of(
              new Blocker.Isolated(
                  direction,
                  passed,
                  isolating,
                  context.semantics().nearMisses(connection, direction)));
      case SideDecision.Undefined(Knob knob, boolean passes, List<Policy> isolating) ->
          Optional.of(new Blocker.Undefined(direction, passed, knob, isolating));
      case SideDecision.NotAPod open -> Optional.empty();
      case SideDecision.OnHostNetwork open -> Optional.empty();
      case SideDecision.NotIsolated open -> Optional.empty();
      case SideDecision.OwnNode open -> Optional.empty();
      case SideDecision.Admitted open -> Optional.empty();
      case SideDecision.Passed onward -> Optional.empty();
    };
  }

  private static List<ClusterMatch> passed(SideDecision side) {
    List<ClusterMatch> passed = new ArrayList<>();
    SideDecision at = side;
    while (at instanceof SideDecision.Passed(ClusterMatch by, SideDecision then)) {
      passed.add(by);
      at = then;
    }
    return passed;
  }
}
