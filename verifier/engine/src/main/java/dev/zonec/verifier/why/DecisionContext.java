package dev.zonec.verifier.why;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.semantics.ClusterMatch;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Semantics;
import dev.zonec.verifier.semantics.SideDecision;
import java.util.ArrayList;
import java.util.List;

/**
 * The input of a decision besides the connection.
 *
 * @param world the policies
 * @param reading how undefined points are resolved
 * @param cluster the address ranges of unknown addresses
 * @param access how the connection is made
 */
record DecisionContext(World world, Reading reading, Cluster cluster, Access access) {
  /** How a connection is made. */
  enum Access {
    /** To the destination's own address. */
    DIRECT,
    /** Through a Service. */
    THROUGH_SERVICE,
    /**
     * Through an Ingress or route. The policies of the source are not evaluated, because the
     * controller's pods are unknown.
     */
    BY_ENTRANCE
  }

  /** Returns the concrete semantics of the world. */
  Semantics semantics() {
    return new Semantics(world, reading, cluster);
  }

  /** Evaluates {@code connection}. */
  Decision decide(Connection connection) {
    return switch (access) {
      case DIRECT -> semantics().decide(connection);
      case THROUGH_SERVICE -> semantics().decideThroughService(connection);
      case BY_ENTRANCE ->
          semantics().decide(connection)
                  instanceof Decision.Judged(var egress, SideDecision ingress)
              ? new Decision.Judged(new SideDecision.NotAPod(), ingress)
              : new Decision.SamePod();
    };
  }

  /** Returns the context with another world. */
  DecisionContext with(World other) {
    return new DecisionContext(other, reading, cluster, access);
  }

  /**
   * Returns the context without {@code blocker}. Policies are looked up by name, because a blocker
   * that is found later refers to policies from which earlier blockers are already removed.
   */
  DecisionContext without(Blocker blocker) {
    return switch (blocker) {
      case Blocker.Denied(Direction direction, var passed, ClusterMatch match, var tied) ->
          with(world.withClusterPolicies(without(match, direction)));
      case Blocker.Isolated(Direction direction, var passed, List<Policy> by, var misses) ->
          with(world.withPolicies(without(by, direction)));
      case Blocker.Undefined(Direction direction, var passed, var knob, var isolating) ->
          new DecisionContext(world, reading.with(knob, knob.permissive()), cluster, access);
    };
  }

  /** Returns the context without all of {@code blockers}. */
  DecisionContext without(List<Blocker> blockers) {
    DecisionContext rest = this;
    for (Blocker blocker : blockers) {
      rest = rest.without(blocker);
    }
    return rest;
  }

  private List<ClusterPolicy> without(ClusterMatch match, Direction direction) {
    return world.clusterPolicies().stream()
        .map(
            policy ->
                policy.isSame(match.policy())
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
      if (isolating.stream().anyMatch(policy::isSame)) {
        policy.without(direction).ifPresent(rest::add);
      } else {
        rest.add(policy);
      }
    }
    return rest;
  }
}
