package dev.zonec.verifier.finding;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.model.label.Selector;
import dev.zonec.verifier.origin.PolicyOrigin;
import dev.zonec.verifier.origin.PolicyOrigin.Statement;
import dev.zonec.verifier.semantics.ClusterMatch;
import dev.zonec.verifier.semantics.RuleMatch;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The content of a rule as text, without its place, and with its peers and ports in a fixed order.
 * A compiled rule is identified by the flows that it comes from, because other flows can share the
 * same rule.
 */
final class RuleIdentity {
  private RuleIdentity() {}

  /** Returns the content of a NetworkPolicy's rule. */
  static String of(Direction direction, RuleMatch by, PolicyOrigin origin) {
    return origin instanceof PolicyOrigin.Compiled(var onDisk, List<Statement> statements)
        ? statements.stream()
            .map(statement -> statement.kind() + " " + statement.text())
            .sorted()
            .collect(Collectors.joining("; "))
        : by.policy() + " " + direction.word() + " " + of(by.rule());
  }

  /** Returns the content of a policy that isolates pods. */
  static String of(Direction direction, Policy policy) {
    return policy + " isolates " + direction.word();
  }

  /** Returns the content of a cluster-scoped policy's rule. */
  static String of(Direction direction, ClusterMatch match) {
    ClusterRule rule = match.rule();
    return match.policy()
        + " "
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
