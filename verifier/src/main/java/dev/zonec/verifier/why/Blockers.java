package dev.zonec.verifier.why;

import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.policy.cluster.ClusterPolicy;
import dev.zonec.verifier.policy.cluster.ClusterRule;
import dev.zonec.verifier.semantics.ClusterMatch;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Reading;
import dev.zonec.verifier.semantics.Semantics;
import dev.zonec.verifier.semantics.Side;
import dev.zonec.verifier.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds everything that blocks a connection: what blocks it is noted and taken away, and the rest
 * is asked again, until nothing does.
 */
final class Blockers {
  private final Cluster cluster;
  private final Connection connection;
  private final List<Blocker> found = new ArrayList<>();
  private World world;
  private Reading reading;

  private Blockers(World world, Reading reading, Cluster cluster, Connection connection) {
    this.world = world;
    this.reading = reading;
    this.cluster = cluster;
    this.connection = connection;
  }

  /** Everything that blocks {@code connection}, by side and in the order in which it is asked. */
  static List<Blocker> of(World world, Reading reading, Cluster cluster, Connection connection) {
    Blockers blockers = new Blockers(world, reading, cluster, connection);
    for (Direction direction : List.of(Direction.EGRESS, Direction.INGRESS)) {
      boolean more = true;
      while (more) {
        more = blockers.takeAway(direction);
      }
    }
    return List.copyOf(blockers.found);
  }

  /** Takes away what blocks that side; false if nothing does. */
  private boolean takeAway(Direction direction) {
    Semantics semantics = new Semantics(world, reading, cluster);
    Optional<Side> side = side(semantics.decide(connection), direction);
    if (side.isEmpty() || side.get().admits()) {
      return false;
    }
    switch (side.get().last()) {
      case Side.Decided(ClusterMatch by, List<ClusterMatch> tied) -> {
        found.add(new Blocker.Denied(direction, by, tied));
        world = world.withClusterPolicies(without(by, direction));
      }
      case Side.Blocked(List<Policy> isolating) -> {
        found.add(
            new Blocker.Isolated(
                direction, isolating, semantics.nearMisses(connection, direction)));
        world = world.withPolicies(without(isolating, direction));
      }
      case Side.Undefined(var knob, boolean passes, List<Policy> isolating) -> {
        found.add(new Blocker.Undefined(direction, knob, isolating));
        reading = reading.with(knob, knob.permissive());
      }
      case Side.NothingToAsk open -> throw admits(open);
      case Side.OutOfReach open -> throw admits(open);
      case Side.NotIsolated open -> throw admits(open);
      case Side.OwnNode open -> throw admits(open);
      case Side.Admitted open -> throw admits(open);
      case Side.Passed passed -> throw admits(passed);
    }
    return true;
  }

  private static IllegalStateException admits(Side side) {
    return new IllegalStateException("it does not block: " + side);
  }

  private static Optional<Side> side(Decision decision, Direction direction) {
    return decision instanceof Decision.Judged(Side egress, Side ingress)
        ? Optional.of(direction == Direction.EGRESS ? egress : ingress)
        : Optional.empty();
  }

  private List<ClusterPolicy> without(ClusterMatch match, Direction direction) {
    return world.clusterPolicies().stream()
        .map(
            policy ->
                policy.equals(match.policy())
                    ? policy.withRules(direction, without(match.rule(), policy, direction))
                    : policy)
        .toList();
  }

  private static List<ClusterRule> without(
      ClusterRule rule, ClusterPolicy policy, Direction direction) {
    return policy.rules(direction).stream().filter(other -> !other.equals(rule)).toList();
  }

  private List<Policy> without(List<Policy> isolating, Direction direction) {
    List<Policy> rest = new ArrayList<>();
    for (Policy policy : world.policies()) {
      if (isolating.contains(policy)) {
        policy.without(direction).ifPresent(rest::add);
      } else {
        rest.add(policy);
      }
    }
    return rest;
  }
}
