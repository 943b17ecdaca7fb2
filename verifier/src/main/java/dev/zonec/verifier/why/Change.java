package dev.zonec.verifier.why;

import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.policy.PolicyPort;
import dev.zonec.verifier.policy.Rule;
import dev.zonec.verifier.policy.cluster.ClusterPolicy;
import dev.zonec.verifier.policy.cluster.ClusterRule;
import dev.zonec.verifier.world.World;
import java.util.ArrayList;
import java.util.List;

/** A change of one policy. */
public sealed interface Change {
  /** The side that it opens. */
  Direction direction();

  /** {@code world} with the change. */
  World in(World world);

  /** A port more in a rule that names the peer and no other. */
  record AddPort(Direction direction, Policy policy, Rule rule, PolicyPort port) implements Change {
    @Override
    public World in(World world) {
      List<PolicyPort> ports = new ArrayList<>(rule.ports());
      ports.add(port);
      Rule wider = new Rule(rule.peers(), ports, rule.site());
      List<Rule> rules = new ArrayList<>(policy.rules(direction));
      rules.replaceAll(other -> other.equals(rule) ? wider : other);
      return replaced(world, policy, policy.withRules(direction, rules));
    }
  }

  /** A rule more, for the one peer and port. */
  record AddRule(Direction direction, Policy policy, Rule rule) implements Change {
    @Override
    public World in(World world) {
      List<Rule> rules = new ArrayList<>(policy.rules(direction));
      rules.add(rule);
      return replaced(world, policy, policy.withRules(direction, rules));
    }
  }

  /** An accepting rule ahead of one that denies. */
  record AcceptBefore(
      Direction direction, ClusterPolicy policy, ClusterRule denying, ClusterRule accepting)
      implements Change {
    @Override
    public World in(World world) {
      List<ClusterRule> rules = new ArrayList<>(policy.rules(direction));
      rules.add(rules.indexOf(denying), accepting);
      ClusterPolicy changed = policy.withRules(direction, rules);
      return world.withClusterPolicies(
          world.clusterPolicies().stream()
              .map(other -> other.equals(policy) ? changed : other)
              .toList());
    }
  }

  private static World replaced(World world, Policy policy, Policy changed) {
    return world.withPolicies(
        world.policies().stream().map(other -> other.equals(policy) ? changed : other).toList());
  }
}
