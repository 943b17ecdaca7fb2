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
 * The content of a rule, without its place and the order of its parts. Two rules with the same
 * shape match the same connections.
 *
 * @param peers its peers; if empty, every peer
 * @param ports its ports; if empty, every port
 */
record RuleShape(Set<PeerShape> peers, Set<PortClause> ports) {
  /** The content of a peer. */
  sealed interface PeerShape {
    /** Pods of the policy's own namespace. */
    record Own(Set<Requirement> pods) implements PeerShape {}

    /** Pods of the namespaces with matching labels. */
    record InNamespaces(Set<Requirement> namespaces, Set<Requirement> pods) implements PeerShape {}

    /** An address block. */
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
          new PeerShape.InNamespaces(of(labels), of(pods));
      case Peer.Block(IpBlock block, var span) -> new PeerShape.Block(block);
    };
  }
}
