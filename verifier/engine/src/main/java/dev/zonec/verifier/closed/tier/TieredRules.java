package dev.zonec.verifier.closed.tier;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.kubernetes.policy.cluster.Tier;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.verifier.closed.subject.ClusterPolicySubjects;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rules of the cluster-scoped policies that apply to one class in one direction. Policies are
 * evaluated by ascending priority and rules in their order; the first match decides.
 */
public final class TieredRules {
  private final int size;
  private final boolean acceptWinsTies;
  private final Map<Tier, SortedMap<Integer, List<List<TierRule>>>> tiers = new TreeMap<>();

  /**
   * @param applying the policies that apply to the class
   * @param own the named ports of its pods
   */
  public TieredRules(
      List<ClusterPolicy> policies,
      List<ClusterPolicySubjects.Applying> applying,
      List<NamedPort> own,
      Direction direction,
      ClusterRuleRows rules,
      Reading reading,
      int size) {
    this.size = size;
    this.acceptWinsTies = reading.isPermissive(Knob.EQUAL_PRIORITY_TIES);
    for (ClusterPolicySubjects.Applying one : applying) {
      ClusterPolicy policy = policies.get(one.policy());
      List<TierRule> rows = new ArrayList<>();
      for (ClusterRule rule : policy.rules(direction)) {
        rules.of(rule, own, one.certain()).ifPresent(rows::add);
      }
      if (!rows.isEmpty()) {
        tiers
            .computeIfAbsent(policy.tier(), tier -> new TreeMap<>())
            .computeIfAbsent(policy.priority(), priority -> new ArrayList<>())
            .add(rows);
      }
    }
  }

  /** Returns the port sets of all rules. */
  public List<BitSet> portSets() {
    List<BitSet> sets = new ArrayList<>();
    for (SortedMap<Integer, List<List<TierRule>>> tier : tiers.values()) {
      for (List<List<TierRule>> group : tier.values()) {
        for (List<TierRule> policy : group) {
          for (TierRule rule : policy) {
            sets.addAll(rule.may().portSets());
            sets.addAll(rule.must().portSets());
          }
        }
      }
    }
    return sets.stream().distinct().toList();
  }

  /** Returns the possible actions of {@code tier} for connections on ports of {@code atom}. */
  public PossibleActions actions(Tier tier, int atom) {
    PossibleActions all = PossibleActions.nothing(size);
    for (List<List<TierRule>> group : tiers.getOrDefault(tier, new TreeMap<>()).values()) {
      PossibleActions here = ofPolicy(group.getFirst(), atom);
      for (List<TierRule> policy : group.subList(1, group.size())) {
        here = here.tiedWith(ofPolicy(policy, atom), acceptWinsTies);
      }
      all.append(here);
    }
    return all;
  }

  private PossibleActions ofPolicy(List<TierRule> rules, int atom) {
    PossibleActions own = PossibleActions.nothing(size);
    for (TierRule rule : rules) {
      own.apply(rule.action(), rule.may().row(atom, size), rule.must().row(atom, size));
    }
    return own;
  }
}
