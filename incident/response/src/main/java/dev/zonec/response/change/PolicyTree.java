package dev.zonec.response.change;

import dev.zonec.diagnostics.OrderedMap;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.PortClause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes NetworkPolicies as the maps and lists of a manifest, with every default spelled out. */
public final class PolicyTree {
  private PolicyTree() {}

  /** Returns the {@code spec} of a policy. */
  public static Map<String, Object> spec(Policy policy) {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("podSelector", SelectorTree.of(policy.subject()));
    spec.put(
        "policyTypes",
        List.of(Direction.INGRESS, Direction.EGRESS).stream()
            .filter(policy.directions()::contains)
            .map(direction -> direction == Direction.INGRESS ? "Ingress" : "Egress")
            .toList());
    for (Direction direction : List.of(Direction.INGRESS, Direction.EGRESS)) {
      if (policy.directions().contains(direction)) {
        spec.put(field(direction), rules(policy.rules(direction), direction));
      }
    }
    return spec;
  }

  /** Returns the field of {@code spec} with the rules of a direction. */
  public static String field(Direction direction) {
    return direction == Direction.INGRESS ? "ingress" : "egress";
  }

  /** Returns the list of {@code rules}. */
  public static List<Object> rules(List<Rule> rules, Direction direction) {
    return rules.stream().<Object>map(rule -> rule(rule, direction)).toList();
  }

  private static Map<String, Object> rule(Rule rule, Direction direction) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (!rule.peers().isEmpty()) {
      tree.put(
          direction == Direction.INGRESS ? "from" : "to",
          rule.peers().stream().map(PolicyTree::peer).toList());
    }
    if (!rule.ports().isEmpty()) {
      tree.put("ports", rule.ports().stream().map(port -> port(port.clause())).toList());
    }
    return tree;
  }

  private static Map<String, Object> peer(Peer peer) {
    Map<String, Object> tree = new LinkedHashMap<>();
    switch (peer) {
      case Peer.Block(var block, var span) -> {
        Map<String, Object> written = OrderedMap.of("cidr", block.cidr().toString());
        if (!block.except().isEmpty()) {
          written.put("except", block.except().stream().map(Cidr::toString).toList());
        }
        tree.put("ipBlock", written);
      }
      case Peer.Pods(Peer.Namespaces.Own own, var pods, var span) ->
          tree.put("podSelector", SelectorTree.of(pods));
      case Peer.Pods(Peer.Namespaces.Matching(var labels), var pods, var span) -> {
        tree.put("namespaceSelector", SelectorTree.of(labels));
        tree.put("podSelector", SelectorTree.of(pods));
      }
    }
    return tree;
  }

  private static Map<String, Object> port(PortClause clause) {
    Map<String, Object> tree = OrderedMap.of("protocol", clause.protocol().name());
    switch (clause) {
      case PortClause.AllPorts all -> {}
      case PortClause.Named named -> tree.put("port", named.name());
      case PortClause.Numbered(var protocol, var range) -> {
        tree.put("port", range.first());
        if (range.last() != range.first()) {
          tree.put("endPort", range.last());
        }
      }
    }
    return tree;
  }
}
