package dev.zonec.verifier.why;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.kubernetes.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A change of one policy. */
public sealed interface Change {
  /** Returns the side that the change opens. */
  Direction direction();

  /** Returns {@code world} with the change. */
  World applyTo(World world);

  /** Adds ports to a rule whose only peer is the other end. */
  record AddPorts(Direction direction, Policy policy, Rule rule, List<PolicyPort> more)
      implements Change {
    /** Copies the list. */
    public AddPorts {
      more = List.copyOf(more);
    }

    @Override
    public World applyTo(World world) {
      List<PolicyPort> ports = new ArrayList<>(rule.ports());
      ports.addAll(more);
      Rule wider = new Rule(rule.peers(), ports, rule.span());
      return changed(
          world,
          policy,
          direction,
          rules -> rules.replaceAll(other -> other.equals(rule) ? wider : other));
    }
  }

  /** Adds a rule for the other end and the ports. */
  record AddRule(Direction direction, Policy policy, Rule rule) implements Change {
    @Override
    public World applyTo(World world) {
      return changed(world, policy, direction, rules -> rules.add(rule));
    }
  }

  /** Adds an accepting rule before a rule that denies. */
  record AcceptBefore(
      Direction direction, ClusterPolicy policy, ClusterRule denying, ClusterRule accepting)
      implements Change {
    @Override
    public World applyTo(World world) {
      return world.withClusterPolicies(
          world.clusterPolicies().stream()
              .map(other -> other.isSame(policy) ? changed(other) : other)
              .toList());
    }

    private ClusterPolicy changed(ClusterPolicy found) {
      List<ClusterRule> rules = new ArrayList<>(found.rules(direction));
      rules.add(rules.indexOf(denying), accepting);
      return found.withRules(direction, rules);
    }
  }

  /**
   * Returns the world with different rules in {@code policy}. The policy is looked up by its
   * identity, because earlier changes may have changed it.
   */
  private static World changed(
      World world, Policy policy, Direction direction, Consumer<List<Rule>> change) {
    List<Policy> policies = new ArrayList<>();
    for (Policy found : world.policies()) {
      List<Rule> rules = new ArrayList<>(found.rules(direction));
      if (found.isSame(policy)) {
        change.accept(rules);
      }
      policies.add(found.withRules(direction, rules));
    }
    return world.withPolicies(policies);
  }
}
