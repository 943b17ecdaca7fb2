package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.IpBlock;
import dev.zonec.verifier.policy.Peer;
import dev.zonec.verifier.policy.PolicyPort;
import dev.zonec.verifier.semantics.Admission;
import java.util.stream.Collectors;

/** Writes what of a rule admits a connection, on one line. */
final class RuleText {
  private static final int LONGEST = 70;

  private RuleText() {}

  /** The rule itself where it stands on one line; else the peer and the port that match. */
  static String of(Admission admission) {
    Span site = admission.rule().site();
    String line = site.source().line(site.line()).strip();
    boolean oneLine = !site.text().strip().contains("\n");
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

  static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
  }

  private static String peer(Peer peer) {
    return switch (peer) {
      case Peer.Pods(Peer.Namespaces.Own own, Selector pods, var site) -> pods(pods);
      case Peer.Pods(Peer.Namespaces.Matching(Selector labels), Selector pods, var site) ->
          pods(pods)
              + (labels.selectsEverything() ? " in any namespace" : " in namespaces " + labels);
      case Peer.Block(IpBlock block, var site) -> block.cidr().toString();
    };
  }

  static String pods(Selector pods) {
    return pods.selectsEverything() ? "any pod" : pods.toString();
  }
}
