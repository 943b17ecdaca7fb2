package dev.zonec.kubernetes.rules;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.kubernetes.policy.cluster.Tier;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes cluster-scoped policies as tiers with a level for each priority.
 *
 * <p>A rule with a peer that is not understood fails closed (clusternetworkpolicy_types.go): if it
 * accepts, it matches nothing and is left out; otherwise it denies everything.
 */
final class ClusterPolicyRules {
  private ClusterPolicyRules() {}

  /** Returns the Admin tier of {@code policies}. */
  static RuleTier admin(List<ClusterPolicy> policies) {
    return RuleTier.of(TierName.ADMIN, levels(policies, Tier.ADMIN));
  }

  /** Returns the Baseline tier of {@code policies}. */
  static RuleTier baseline(List<ClusterPolicy> policies) {
    return new RuleTier(
        TierName.BASELINE,
        levels(policies, Tier.BASELINE),
        Optional.of(new RuleTier.Skip(Knob.BASELINE_AFTER_POLICY, TierName.NETWORK_POLICY)));
  }

  private static List<Level> levels(List<ClusterPolicy> policies, Tier tier) {
    TreeMap<Integer, List<Chain>> byPriority = new TreeMap<>();
    for (ClusterPolicy policy : policies) {
      if (policy.tier() == tier) {
        List<Chain> chains =
            byPriority.computeIfAbsent(policy.priority(), priority -> new ArrayList<>());
        PolicyOwner owner = owner(policy);
        Ends.Pods subject = subject(policy);
        for (Direction direction : Direction.values()) {
          List<ChainRule> rules =
              policy.rules(direction).stream().flatMap(rule -> rule(rule).stream()).toList();
          if (!rules.isEmpty()) {
            chains.add(new Chain(owner, subject, false, direction, rules));
          }
        }
      }
    }
    return byPriority.values().stream().map(Level::new).toList();
  }

  private static PolicyOwner owner(ClusterPolicy policy) {
    return new PolicyOwner(policy.kind(), Optional.empty(), policy.name(), false, policy.span());
  }

  private static Ends.Pods subject(ClusterPolicy policy) {
    return new Ends.Pods(
        new NamespaceSet.Matching(policy.subject().namespaces()),
        policy.subject().pods(),
        policy.span());
  }

  private static Optional<ChainRule> rule(ClusterRule rule) {
    List<Ends> peers = new ArrayList<>();
    for (ClusterPeer peer : rule.peers()) {
      switch (peer) {
        case ClusterPeer.Pods(Selector namespaces, Selector pods, Span span) ->
            peers.add(new Ends.Pods(new NamespaceSet.Matching(namespaces), pods, span));
        case ClusterPeer.Networks(List<Cidr> blocks, Span span) ->
            peers.add(new Ends.Addresses(blocks(blocks), Optional.empty(), span));
        case ClusterPeer.Nodes(Selector labels, Span span) ->
            peers.add(new Ends.Nodes(labels, span));
        case ClusterPeer.DomainNames(List<String> names, Span span) ->
            peers.add(new Ends.DomainNames(names, span));
        case ClusterPeer.Unknown(Span span) -> {
          return failedClosed(rule, span);
        }
      }
    }
    Traffic traffic =
        rule.ports().isEmpty() ? new Traffic.Everything() : new Traffic.Listed(rule.ports());
    return Optional.of(new ChainRule(rule.action(), peers, traffic, Optional.empty(), rule.span()));
  }

  private static Optional<ChainRule> failedClosed(ClusterRule rule, Span peer) {
    return rule.action() == Action.ACCEPT
        ? Optional.empty()
        : Optional.of(
            new ChainRule(
                Action.DENY,
                List.of(new Ends.Anyone(peer)),
                new Traffic.Everything(),
                Optional.empty(),
                rule.span()));
  }

  private static List<IpBlock> blocks(List<Cidr> cidrs) {
    return cidrs.stream().map(cidr -> new IpBlock(cidr, List.of())).toList();
  }
}
