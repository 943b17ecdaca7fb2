package dev.zonec.verifier.accepted;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.kubernetes.rules.RulePlace;
import dev.zonec.kubernetes.world.World;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Finds the rules of a world by their content. They are indexed when the first one is sought. */
public final class AcceptedRules {
  private record Key(Direction direction, String rule) {}

  private final World world;
  private final Map<Key, Set<RulePlace>> places = new HashMap<>();
  private boolean indexed;

  /**
   * @param world the world, with the policies to search
   */
  public AcceptedRules(World world) {
    this.world = world;
  }

  private void index() {
    for (Direction direction : Direction.values()) {
      for (Policy policy : world.policies()) {
        for (Rule rule : policy.rules(direction)) {
          add(
              direction,
              RuleIdentity.withSubject(direction, policy, rule),
              new RulePlace(policy.span(), rule.span()));
        }
      }
      for (ClusterPolicy policy : world.clusterPolicies()) {
        for (ClusterRule rule : policy.rules(direction)) {
          add(
              direction,
              RuleIdentity.withSubject(direction, policy, rule),
              new RulePlace(policy.span(), rule.span()));
        }
      }
    }
  }

  private void add(Direction direction, String rule, RulePlace place) {
    places.computeIfAbsent(new Key(direction, rule), k -> new LinkedHashSet<>()).add(place);
  }

  /** Returns the places of the rules with the content {@code rule}; none if it is gone. */
  public Set<RulePlace> places(Direction direction, String rule) {
    if (!indexed) {
      index();
      indexed = true;
    }
    return places.getOrDefault(new Key(direction, rule), Set.of());
  }
}
