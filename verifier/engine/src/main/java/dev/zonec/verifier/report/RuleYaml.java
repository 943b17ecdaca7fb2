package dev.zonec.verifier.report;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the rules of changes as YAML that a user can copy. The peers of these rules are labels
 * with single values, or address blocks; the ports are numbers.
 */
final class RuleYaml {
  private RuleYaml() {}

  /** Returns the lines of a NetworkPolicy's rule. */
  static List<String> lines(Direction direction, Rule rule) {
    List<String> lines = new ArrayList<>();
    lines.add(direction.word() + ":");
    lines.add("- " + (direction == Direction.INGRESS ? "from:" : "to:"));
    rule.peers().forEach(peer -> lines.add("  - " + peer(peer)));
    lines.add("  ports:");
    rule.ports().forEach(port -> lines.add("  - " + port(port)));
    return lines;
  }

  /** Returns the lines of a cluster-scoped policy's rule, in the fields of its version. */
  static List<String> lines(Direction direction, ClusterPolicy policy, ClusterRule rule) {
    boolean isV1alpha1 = !policy.kind().equals("ClusterNetworkPolicy");
    List<String> lines = new ArrayList<>();
    lines.add(direction.word() + ":");
    lines.add("- action: " + action(rule.action(), isV1alpha1));
    lines.add("  " + (direction == Direction.INGRESS ? "from:" : "to:"));
    rule.peers().forEach(peer -> lines.add("  - " + peer(peer)));
    lines.add(isV1alpha1 ? "  ports:" : "  protocols:");
    rule.ports().forEach(port -> lines.add("  - " + clusterPort(port, isV1alpha1)));
    return lines;
  }

  private static String action(Action action, boolean isV1alpha1) {
    return switch (action) {
      case ACCEPT -> isV1alpha1 ? "Allow" : "Accept";
      case DENY -> "Deny";
      case PASS -> "Pass";
    };
  }

  /** Returns a port such as {@code {port: 80, protocol: TCP}}. */
  static String port(PolicyPort port) {
    String protocol = "protocol: " + port.clause().protocol();
    return "{"
        + range(port)
            .map(
                range ->
                    "port: "
                        + range.first()
                        + (range.first() == range.last() ? "" : ", endPort: " + range.last())
                        + ", ")
            .orElse("")
        + protocol
        + "}";
  }

  private static String clusterPort(PolicyPort port, boolean isV1alpha1) {
    PortRange range = range(port).orElse(PortRange.ALL);
    boolean single = range.first() == range.last();
    String protocol = port.clause().protocol().name();
    String ends = "start: " + range.first() + ", end: " + range.last();
    if (isV1alpha1) {
      return single
          ? "{portNumber: {port: " + range.first() + ", protocol: " + protocol + "}}"
          : "{portRange: {" + ends + ", protocol: " + protocol + "}}";
    }
    return "{"
        + protocol.toLowerCase(Locale.ROOT)
        + ": {destinationPort: {"
        + (single ? "number: " + range.first() : "range: {" + ends + "}")
        + "}}}";
  }

  /** Returns the port numbers of a clause; empty for all ports. */
  private static Optional<PortRange> range(PolicyPort port) {
    return port.clause() instanceof PortClause.Numbered(var protocol, PortRange range)
        ? Optional.of(range)
        : Optional.empty();
  }

  private static String peer(Peer peer) {
    return switch (peer) {
      case Peer.Pods(Peer.Namespaces.Own own, Selector pods, var span) ->
          "{podSelector: " + selector(pods) + "}";
      case Peer.Pods(Peer.Namespaces.Matching(Selector labels), Selector pods, var span) ->
          "{namespaceSelector: " + selector(labels) + ", podSelector: " + selector(pods) + "}";
      case Peer.Block(var block, var span) -> "{ipBlock: {cidr: " + quoted(block.cidr()) + "}}";
    };
  }

  private static String peer(ClusterPeer peer) {
    return switch (peer) {
      case ClusterPeer.Pods(Selector namespaces, Selector pods, var span) ->
          "{pods: {namespaceSelector: "
              + selector(namespaces)
              + ", podSelector: "
              + selector(pods)
              + "}}";
      case ClusterPeer.Networks(var blocks, var span) ->
          "{networks: ["
              + blocks.stream().map(RuleYaml::quoted).collect(Collectors.joining(", "))
              + "]}";
      case ClusterPeer.Nodes(Selector labels, var span) -> "{nodes: " + selector(labels) + "}";
      case ClusterPeer.DomainNames(var names, var span) -> "{domainNames: " + names + "}";
      case ClusterPeer.Unknown unknown -> "{}";
    };
  }

  private static String selector(Selector selector) {
    return selector.selectsEverything()
        ? "{}"
        : "{matchLabels: {"
            + selector.requirements().stream()
                .map(RuleYaml::label)
                .collect(Collectors.joining(", "))
            + "}}";
  }

  private static String label(Requirement requirement) {
    return requirement instanceof Requirement.In(String key, var values)
        ? key + ": " + quoted(values.first())
        : requirement.toString();
  }

  /** Returns {@code value}, quoted unless YAML can only read it as a string. */
  private static String quoted(Object value) {
    String text = value.toString();
    return text.matches("[a-z]([a-z-]*[a-z])?")
            && !text.matches("y|n|yes|no|on|off|true|false|null")
        ? text
        : "\"" + text + "\"";
  }
}
