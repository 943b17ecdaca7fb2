package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.IpBlock;
import dev.zonec.verifier.semantics.RuleMatch;
import java.util.List;
import java.util.stream.Collectors;

/** Writes rules, or the parts of rules that admit a connection, on one line. */
final class RuleText {
  private static final int LONGEST = 70;

  private RuleText() {}

  /**
   * Returns the line of the manifest if the rule is written on one line, and otherwise the peer and
   * the port that match.
   */
  static String of(RuleMatch admission) {
    Span span = admission.rule().span();
    String line = span.source().line(span.line()).strip();
    boolean oneLine = !span.text().strip().contains("\n");
    if (oneLine && line.startsWith("-") && line.length() <= LONGEST) {
      return line;
    }
    String peers =
        admission.rule().peers().isEmpty()
            ? "anyone"
            : admission.peers().stream().limit(1).map(RuleText::peer).collect(Collectors.joining());
    String ports =
        admission.rule().ports().isEmpty()
            ? "anything"
            : admission.ports().stream()
                .limit(1)
                .map(PolicyPort::clause)
                .map(Object::toString)
                .collect(Collectors.joining());
    return shortened(peers + " on " + ports);
  }

  /** Returns all peers and ports of a rule. */
  static String of(Rule rule) {
    String peers =
        rule.peers().isEmpty()
            ? "anyone"
            : rule.peers().stream().map(RuleText::peer).collect(Collectors.joining(", "));
    String ports =
        rule.ports().isEmpty()
            ? "anything"
            : rule.ports().stream()
                .map(PolicyPort::clause)
                .map(Object::toString)
                .collect(Collectors.joining(", "));
    return shortened(peers + " on " + ports);
  }

  /**
   * Returns all peers and ports of a rule of a policy in {@code namespace}. Each peer has its
   * namespace.
   */
  static String of(Rule rule, String namespace) {
    return full(rule.peers(), ports(rule.ports(), rule.ports()), namespace);
  }

  /**
   * Returns the peer and the port by which a rule of a policy in {@code namespace} admits a
   * connection.
   */
  static String of(RuleMatch admission, String namespace) {
    List<Peer> peers = admission.peers().stream().limit(1).toList();
    List<PolicyPort> some = admission.ports().stream().limit(1).toList();
    return full(peers, ports(admission.rule().ports(), some), namespace);
  }

  private static String full(List<Peer> some, String ports, String namespace) {
    String peers =
        some.isEmpty()
            ? "anyone"
            : some.stream().map(peer -> peer(peer, namespace)).collect(Collectors.joining(", "));
    return shortened(peers + " on " + ports);
  }

  private static String ports(List<PolicyPort> all, List<PolicyPort> some) {
    return all.isEmpty()
        ? "anything"
        : some.stream().map(port -> port.clause().toString()).collect(Collectors.joining(", "));
  }

  private static String peer(Peer peer, String namespace) {
    return switch (peer) {
      case Peer.Pods(Peer.Namespaces.Own own, Selector pods, var span) ->
          pods(pods) + " in namespace " + namespace;
      case Peer.Pods(Peer.Namespaces.Matching(Selector labels), Selector pods, var span) ->
          pods(pods) + namespaces(labels);
      case Peer.Block block -> peer(block);
    };
  }

  /** Returns text such as {@code in namespace shop} for a selector by name. */
  static String namespaces(Selector labels) {
    if (labels.selectsEverything()) {
      return " in any namespace";
    }
    return labels.requirements().size() == 1
            && labels.requirements().getFirst() instanceof Requirement.In(String key, var names)
            && key.equals(Namespace.NAME_LABEL)
        ? (names.size() == 1 ? " in namespace " : " in namespaces ") + String.join(", ", names)
        : " in namespaces " + labels;
  }

  /** Returns {@code text}, cut off if it is too long for a line. */
  static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
  }

  private static String peer(Peer peer) {
    return switch (peer) {
      case Peer.Pods(Peer.Namespaces.Own own, Selector pods, var span) -> pods(pods);
      case Peer.Pods(Peer.Namespaces.Matching(Selector labels), Selector pods, var span) ->
          pods(pods)
              + (labels.selectsEverything() ? " in any namespace" : " in namespaces " + labels);
      case Peer.Block(IpBlock block, var span) -> block.cidr().toString();
    };
  }

  /** Returns the pods that a selector matches as text. */
  static String pods(Selector pods) {
    return pods.selectsEverything() ? "any pod" : pods.toString();
  }
}
