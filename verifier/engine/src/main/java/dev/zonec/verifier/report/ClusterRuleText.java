package dev.zonec.verifier.report;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import dev.zonec.verifier.semantics.ClusterMatch;
import java.util.stream.Collectors;

/** Writes the part of a cluster-scoped policy's rule that matches a connection, on one line. */
final class ClusterRuleText {
  private ClusterRuleText() {}

  /**
   * Returns a line such as {@code AdminNetworkPolicy walls walls.yaml:12 `deny ingress: any pod on
   * anything`}.
   */
  static String of(Direction direction, ClusterMatch match) {
    String rule = match.rule().name().isEmpty() ? "" : " rule " + match.rule().name();
    String peers =
        match.peers().stream().limit(1).map(ClusterRuleText::peer).collect(Collectors.joining());
    String ports =
        match.rule().ports().isEmpty()
            ? "anything"
            : match.ports().stream()
                .limit(1)
                .map(PolicyPort::clause)
                .map(Object::toString)
                .collect(Collectors.joining());
    return match.policy()
        + rule
        + "   "
        + match.rule().span().fileAndLine()
        + "   `"
        + word(match.action())
        + " "
        + direction.word()
        + ": "
        + RuleText.shortened(peers + " on " + ports)
        + "`"
        + (match.certain() ? "" : "   (it may match)");
  }

  /** Returns all peers and ports of a rule. */
  static String of(ClusterRule rule) {
    String peers =
        rule.peers().stream().map(ClusterRuleText::peer).collect(Collectors.joining(", "));
    String ports =
        rule.ports().isEmpty()
            ? "anything"
            : rule.ports().stream()
                .map(port -> port.clause().toString())
                .collect(Collectors.joining(", "));
    return RuleText.shortened(peers + " on " + ports);
  }

  /** Returns the word for an action. */
  static String word(Action action) {
    return switch (action) {
      case ACCEPT -> "accept";
      case DENY -> "deny";
      case PASS -> "pass";
    };
  }

  private static String peer(ClusterPeer peer) {
    return switch (peer) {
      case ClusterPeer.Pods(Selector namespaces, Selector pods, var span) ->
          RuleText.pods(pods) + RuleText.namespaces(namespaces);
      case ClusterPeer.Networks(var blocks, var span) ->
          blocks.stream().map(Cidr::toString).collect(Collectors.joining(", "));
      case ClusterPeer.Nodes(Selector labels, var span) ->
          labels.selectsEverything() ? "any node" : "nodes " + labels;
      case ClusterPeer.DomainNames(var names, var span) -> String.join(", ", names);
      case ClusterPeer.Unknown unknown -> "a peer that is not understood";
    };
  }
}
