package dev.zonec.verifier.origin;

import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.PortClause;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a rule says, whatever its place and the order of its parts.
 *
 * @param peers its peers; none means anyone
 * @param ports its ports; none means everything
 */
record RuleShape(Set<PeerShape> peers, Set<PortClause> ports) {
  /** What a peer says. */
  sealed interface PeerShape {
    /** Pods of the policy's own namespace. */
    record Own(Set<Requirement> pods) implements PeerShape {}

    /** Pods of namespaces with some labels. */
    record Elsewhere(Set<Requirement> namespaces, Set<Requirement> pods) implements PeerShape {}

    /** Addresses. */
    record Block(IpBlock block) implements PeerShape {}
  }

  static RuleShape of(Rule rule) {
    return new RuleShape(
        rule.peers().stream().map(RuleShape::of).collect(Collectors.toSet()),
        rule.ports().stream().map(PolicyPort::clause).collect(Collectors.toSet()));
  }

  static Set<Requirement> of(Selector selector) {
    return new HashSet<>(selector.requirements());
  }

  private static PeerShape of(Peer peer) {
    return switch (peer) {
      case Peer.Pods(Peer.Namespaces.Own own, Selector pods, var span) ->
          new PeerShape.Own(of(pods));
      case Peer.Pods(Peer.Namespaces.Matching(Selector labels), Selector pods, var span) ->
          new PeerShape.Elsewhere(of(labels), of(pods));
      case Peer.Block(IpBlock block, var span) -> new PeerShape.Block(block);
    };
  }
}
