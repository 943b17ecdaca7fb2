package dev.zonec.verifier.accepted;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.model.label.Selector;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The content of a rule as text, without its place, and with its peers and ports in a fixed order.
 */
public final class RuleIdentity {
  private RuleIdentity() {}

  /** Returns the content of a NetworkPolicy's rule. */
  public static String of(Direction direction, Policy policy, Rule rule) {
    return policy + " " + direction.word() + " " + of(rule);
  }

  /** Returns the content of a NetworkPolicy's rule, and the pods that the policy applies to. */
  public static String withSubject(Direction direction, Policy policy, Rule rule) {
    return withSubject(policy) + " " + direction.word() + " " + of(rule);
  }

  /** Returns the name of a NetworkPolicy, and the pods that it applies to. */
  public static String withSubject(Policy policy) {
    return policy + " for pods " + of(policy.subject());
  }

  /** Returns the content of a policy that isolates pods. */
  public static String of(Direction direction, Policy policy) {
    return policy + " isolates " + direction.word();
  }

  /** Returns the content of a cluster-scoped policy's rule. */
  public static String of(Direction direction, ClusterPolicy policy, ClusterRule rule) {
    return policy + of(direction, rule);
  }

  /** Returns the content of a cluster-scoped policy's rule, and the pods that it applies to. */
  public static String withSubject(Direction direction, ClusterPolicy policy, ClusterRule rule) {
    return policy
        + " priority "
        + policy.priority()
        + " for pods "
        + of(policy.subject().pods())
        + " in "
        + of(policy.subject().namespaces())
        + of(direction, rule);
  }

  private static String of(Direction direction, ClusterRule rule) {
    return " "
        + direction.word()
        + " "
        + rule.action()
        + " "
        + sorted(rule.peers().stream().map(RuleIdentity::of).toList())
        + " on "
        + ports(rule.ports());
  }

  private static String of(Rule rule) {
    return sorted(rule.peers().stream().map(RuleIdentity::of).toList())
        + " on "
        + ports(rule.ports());
  }

  private static String of(Peer peer) {
    return switch (peer) {
      case Peer.Pods(Peer.Namespaces.Own own, Selector pods, var span) -> "pods " + of(pods);
      case Peer.Pods(Peer.Namespaces.Matching(Selector labels), Selector pods, var span) ->
          "pods " + of(pods) + " in " + of(labels);
      case Peer.Block(var block, var span) -> "block " + block;
    };
  }

  private static String of(ClusterPeer peer) {
    return switch (peer) {
      case ClusterPeer.Pods(Selector namespaces, Selector pods, var span) ->
          "pods " + of(pods) + " in " + of(namespaces);
      case ClusterPeer.Networks(var blocks, var span) -> "blocks " + sorted(blocks);
      case ClusterPeer.Nodes(Selector labels, var span) -> "nodes " + of(labels);
      case ClusterPeer.DomainNames(var names, var span) -> "names " + sorted(names);
      case ClusterPeer.Unknown unknown -> "unknown";
    };
  }

  private static String of(Selector selector) {
    return sorted(selector.requirements());
  }

  private static String ports(List<PolicyPort> ports) {
    return sorted(ports.stream().map(PolicyPort::clause).toList());
  }

  private static String sorted(Collection<?> parts) {
    return parts.stream()
        .map(Object::toString)
        .sorted()
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
