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
 * Finds everything that blocks a connection: what blocks it is noted and taken away, and the rest
 * is asked again, until nothing does.
 */
final class Blockers {
  private Blockers() {}

  /** Everything that blocks {@code connection}, by side and in the order in which it is asked. */
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

  /** Those of {@code found} that block on their own: some may block one of two treatments only. */
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
   * What blocks on the side of the source, else on the other. The source's is asked anew each time:
   * an end on its node's network may be taken for another once what blocked it is away.
   */
  private static Optional<Blocker> first(DecisionContext context, Connection connection) {
    return first(context, connection, Direction.EGRESS)
        .or(() -> first(context, connection, Direction.INGRESS));
  }

  /** What blocks on one side; none if nothing does. */
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
