package dev.zonec.kubernetes.policy.mention;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists what a policy mentions: its subject, then the peers and ports of its rules, in the order of
 * the directions and rules.
 */
public final class Mentions {
  private final List<Mention> found = new ArrayList<>();

  private Mentions() {}

  /** Returns what {@code policy} mentions. */
  public static List<Mention> of(Policy policy) {
    Mentions mentions = new Mentions();
    mentions.found.add(
        new Mention.Pods(
            new Mention.Namespaces.Named(policy.namespace()), policy.subject(), policy.span()));
    for (Direction direction : Direction.values()) {
      for (Rule rule : policy.rules(direction)) {
        for (Peer peer : rule.peers()) {
          mentions.found.add(Mention.of(peer, policy.namespace()));
        }
        mentions.addPorts(rule.ports());
      }
    }
    return List.copyOf(mentions.found);
  }

  /** Returns what {@code policy} mentions. */
  public static List<Mention> of(ClusterPolicy policy) {
    Mentions mentions = new Mentions();
    mentions.found.add(
        new Mention.Pods(
            new Mention.Namespaces.Matching(policy.subject().namespaces()),
            policy.subject().pods(),
            policy.span()));
    for (Direction direction : Direction.values()) {
      for (ClusterRule rule : policy.rules(direction)) {
        rule.peers().forEach(mentions::add);
        mentions.addPorts(rule.ports());
      }
    }
    return List.copyOf(mentions.found);
  }

  private void add(ClusterPeer peer) {
    switch (peer) {
      case ClusterPeer.Pods pods -> found.add(Mention.of(pods));
      case ClusterPeer.Networks networks -> found.add(Mention.of(networks));
      case ClusterPeer.Nodes nodes -> found.add(Mention.of(nodes));
      // These match all ends or none, and so distinguish nothing.
      case ClusterPeer.DomainNames names -> {}
      case ClusterPeer.Unknown unknown -> {}
    }
  }

  private void addPorts(List<PolicyPort> ports) {
    ports.forEach(port -> found.add(new Mention.Ports(port.clause(), port.span())));
  }
}
