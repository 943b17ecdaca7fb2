package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.kubernetes.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The NetworkPolicies that differ between two worlds, by namespace. A NetworkPolicy applies to pods
 * of its own namespace only, so connections without a pod of these namespaces are admitted in one
 * world if and only if they are admitted in the other.
 *
 * @param before the first world
 * @param after the second world, which has the same cluster-scoped policies
 * @param namespaces the names of the namespaces whose policies differ
 */
record PolicyEdit(World before, World after, SortedSet<String> namespaces) {
  /**
   * Returns the difference between two worlds. Both lists of policies are sorted by namespace, so
   * the differences are between their common beginning and their common end.
   */
  static PolicyEdit between(World before, World after) {
    List<Policy> old = before.policies();
    List<Policy> now = after.policies();
    int shorter = Math.min(old.size(), now.size());
    int beginning = 0;
    while (beginning < shorter && old.get(beginning).equals(now.get(beginning))) {
      beginning++;
    }
    int end = 0;
    while (end < shorter - beginning
        && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
      end++;
    }
    SortedSet<String> changed = new TreeSet<>();
    old.subList(beginning, old.size() - end).forEach(policy -> changed.add(policy.namespace()));
    now.subList(beginning, now.size() - end).forEach(policy -> changed.add(policy.namespace()));
    Map<String, List<Policy>> oldPolicies = byNamespace(policies(before, changed));
    Map<String, List<Policy>> newPolicies = byNamespace(policies(after, changed));
    changed.removeIf(
        namespace ->
            isSame(
                oldPolicies.getOrDefault(namespace, List.of()),
                newPolicies.getOrDefault(namespace, List.of())));
    return new PolicyEdit(before, after, changed);
  }

  private static Map<String, List<Policy>> byNamespace(List<Policy> policies) {
    Map<String, List<Policy>> all = new TreeMap<>();
    policies.forEach(
        policy -> all.computeIfAbsent(policy.namespace(), n -> new ArrayList<>()).add(policy));
    return all;
  }

  /** Returns whether it is plain that the second world admits nothing new in {@code direction}. */
  boolean plainlyOpensNothing(Direction direction) {
    return admitsNoMore(direction, after, before);
  }

  /** Returns whether it is plain that the second world admits all of the first one. */
  boolean plainlyClosesNothing(Direction direction) {
    return admitsNoMore(direction, before, after);
  }

  private boolean admitsNoMore(Direction direction, World some, World others) {
    Map<String, List<Policy>> lesser = byNamespace(policies(some, namespaces));
    Map<String, List<Policy>> greater = byNamespace(policies(others, namespaces));
    return namespaces.stream()
        .allMatch(
            name ->
                PolicyInclusion.admitsNoMore(
                    direction,
                    lesser.getOrDefault(name, List.of()),
                    greater.getOrDefault(name, List.of()),
                    after.clusterPolicies()));
  }

  /**
   * Returns the rules of the namespaces in the first world, with those of cluster-scoped policies.
   */
  PolicySet rulesBefore() {
    return rules(before, namespaces);
  }

  /** Returns the same of the second world. */
  PolicySet rulesAfter() {
    return rules(after, namespaces);
  }

  /** Returns the rules of NetworkPolicies of the namespaces in the second world. */
  PolicySet written() {
    return PolicySet.of(policies(after, namespaces), List.of());
  }

  /** Returns the rules of {@code some} namespaces in the second world. */
  PolicySet rulesAfter(SortedSet<String> some) {
    return rules(after, some);
  }

  private static PolicySet rules(World world, SortedSet<String> namespaces) {
    return PolicySet.of(policies(world, namespaces), world.clusterPolicies());
  }

  private static List<Policy> policies(World world, SortedSet<String> namespaces) {
    return world.policies().stream()
        .filter(policy -> namespaces.contains(policy.namespace()))
        .toList();
  }

  /** Returns whether the policies have the same effect. Names, authors and places have none. */
  private static boolean isSame(List<Policy> some, List<Policy> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      Policy one = some.get(i);
      Policy other = others.get(i);
      if (!one.equals(other) && !Content.of(one).equals(Content.of(other))) {
        return false;
      }
    }
    return true;
  }

  /** What of a policy decides its effect in its namespace. */
  private record Content(Object subject, Object directions, List<?> ingress, List<?> egress) {
    static Content of(Policy policy) {
      return new Content(
          policy.subject(), policy.directions(), rules(policy.ingress()), rules(policy.egress()));
    }

    private static List<?> rules(List<Rule> rules) {
      return rules.stream()
          .map(
              rule ->
                  List.of(
                      rule.peers().stream().map(PolicyInclusion::content).toList(),
                      rule.ports().stream().map(PolicyPort::clause).toList()))
          .toList();
    }
  }
}
