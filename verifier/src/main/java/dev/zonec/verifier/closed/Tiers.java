package dev.zonec.verifier.closed;

import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.cluster.ClusterPolicy;
import dev.zonec.verifier.policy.cluster.ClusterRule;
import dev.zonec.verifier.policy.cluster.Tier;
import dev.zonec.verifier.semantics.Knob;
import dev.zonec.verifier.semantics.Reading;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the cluster-scoped policies say at some class in one direction: by ascending priority, then
 * in the order of the rules, the first that matches decides.
 */
final class Tiers {
  private final int size;
  private final boolean most;
  private final Map<Tier, SortedMap<Integer, List<List<TierRule>>>> tiers = new TreeMap<>();

  /**
   * @param applying the policies that apply to the class
   * @param own the port names of its pods
   */
  Tiers(
      List<ClusterPolicy> policies,
      List<ClusterSubjects.Applying> applying,
      List<NamedPort> own,
      Direction direction,
      ClusterRules rules,
      Reading reading,
      int size) {
    this.size = size;
    this.most = reading.isPermissive(Knob.EQUAL_PRIORITY_TIES);
    for (ClusterSubjects.Applying one : applying) {
      ClusterPolicy policy = policies.get(one.policy());
      List<TierRule> some = new ArrayList<>();
      for (ClusterRule rule : policy.rules(direction)) {
        rules.of(rule, own, one.certain()).ifPresent(some::add);
      }
      if (!some.isEmpty()) {
        tiers
            .computeIfAbsent(policy.tier(), tier -> new TreeMap<>())
            .computeIfAbsent(policy.priority(), priority -> new ArrayList<>())
            .add(some);
      }
    }
  }

  /** The sets of ports of all rules. */
  List<BitSet> portSets() {
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

  /** What {@code tier} may say on ports of {@code atom}. */
  Possible ask(Tier tier, int atom) {
    Possible all = Possible.nothing(size);
    for (List<List<TierRule>> group : tiers.getOrDefault(tier, new TreeMap<>()).values()) {
      Possible here = ofPolicy(group.getFirst(), atom);
      for (List<TierRule> policy : group.subList(1, group.size())) {
        here = here.with(ofPolicy(policy, atom), most);
      }
      all.then(here);
    }
    return all;
  }

  private Possible ofPolicy(List<TierRule> rules, int atom) {
    Possible own = Possible.nothing(size);
    for (TierRule rule : rules) {
      own.ask(rule.action(), rule.may().row(atom, size), rule.must().row(atom, size));
    }
    return own;
  }
}
