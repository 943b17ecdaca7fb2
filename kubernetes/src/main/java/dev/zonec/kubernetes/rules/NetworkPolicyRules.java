package dev.zonec.kubernetes.rules;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.IpBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes NetworkPolicies as a tier of two levels.
 *
 * <p>The first level has what isolated pods may do: for each policy and direction that isolates,
 * the policy's rules, and what the API allows every isolated pod. The second level denies the rest:
 * for each policy and direction that isolates, one rule for everything. Pods that no policy
 * isolates have no rule in either level, and so pass.
 */
final class NetworkPolicyRules {
  private NetworkPolicyRules() {}

  /** Returns the tier of {@code policies}. */
  static RuleTier tier(List<Policy> policies) {
    List<Chain> accepting = new ArrayList<>();
    List<Chain> denying = new ArrayList<>();
    for (Policy policy : policies) {
      PolicyOwner owner = owner(policy);
      Ends.Pods subject = subject(policy);
      List<ChainRule> everythingElse = List.of(everythingElse(policy));
      for (Direction direction : Direction.values()) {
        if (policy.directions().contains(direction)) {
          List<ChainRule> rules = accepted(policy, direction);
          accepting.add(new Chain(owner, subject, true, direction, rules));
          denying.add(new Chain(owner, subject, true, direction, everythingElse));
        }
      }
    }
    return RuleTier.of(TierName.NETWORK_POLICY, List.of(new Level(accepting), new Level(denying)));
  }

  private static Ends.Pods subject(Policy policy) {
    return new Ends.Pods(
        new NamespaceSet.Named(policy.namespace()), policy.subject(), policy.span());
  }

  private static PolicyOwner owner(Policy policy) {
    return new PolicyOwner(
        "NetworkPolicy",
        Optional.of(policy.namespace()),
        policy.name(),
        policy.generated(),
        policy.span());
  }

  private static List<ChainRule> accepted(Policy policy, Direction direction) {
    List<ChainRule> rules = new ArrayList<>();
    for (Rule rule : policy.rules(direction)) {
      rules.add(accepted(policy, rule));
    }
    Span span = policy.span();
    List<Ends> ownNode = List.of(new Ends.OwnNode(span));
    rules.add(
        switch (direction) {
          case INGRESS ->
              new ChainRule(
                  Action.ACCEPT, ownNode, new Traffic.Everything(), Optional.empty(), span);
          case EGRESS ->
              new ChainRule(
                  Action.ACCEPT,
                  ownNode,
                  new Traffic.EveryPort(),
                  Optional.of(Knob.OWN_NODE_EGRESS),
                  span);
        });
    rules.add(
        new ChainRule(
            Action.ACCEPT,
            List.of(new Ends.Anyone(span)),
            new Traffic.Portless(),
            Optional.of(Knob.ICMP),
            span));
    return rules;
  }

  private static ChainRule accepted(Policy policy, Rule rule) {
    List<Ends> peers = new ArrayList<>();
    rule.peers().forEach(peer -> peers.add(peer(policy, peer)));
    if (peers.isEmpty()) {
      peers.add(new Ends.Anyone(rule.span()));
    }
    Traffic traffic =
        rule.ports().isEmpty() ? new Traffic.EveryPort() : new Traffic.Listed(rule.ports());
    return new ChainRule(Action.ACCEPT, peers, traffic, Optional.empty(), rule.span());
  }

  private static ChainRule everythingElse(Policy policy) {
    return new ChainRule(
        Action.DENY,
        List.of(new Ends.Anyone(policy.span())),
        new Traffic.Everything(),
        Optional.empty(),
        policy.span());
  }

  private static Ends peer(Policy policy, Peer peer) {
    return switch (peer) {
      case Peer.Pods(Peer.Namespaces.Own own, Selector pods, Span span) ->
          new Ends.Pods(new NamespaceSet.Named(policy.namespace()), pods, span);
      case Peer.Pods(Peer.Namespaces.Matching(Selector in), Selector pods, Span span) ->
          new Ends.Pods(new NamespaceSet.Matching(in), pods, span);
      case Peer.Block(IpBlock block, Span span) ->
          new Ends.Addresses(List.of(block), Optional.of(Knob.IPBLOCK_MATCHES_PODS), span);
    };
  }
}
