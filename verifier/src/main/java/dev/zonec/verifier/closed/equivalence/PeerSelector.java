package dev.zonec.verifier.closed.equivalence;

import dev.zonec.model.label.Selector;
import dev.zonec.model.net.IpBlock;
import dev.zonec.verifier.policy.Peer;
import dev.zonec.verifier.policy.cluster.ClusterPeer;
import dev.zonec.verifier.policy.cluster.Subject;
import dev.zonec.verifier.semantics.Knob;
import dev.zonec.verifier.semantics.Reading;
import java.util.List;
import java.util.Optional;

/**
 * A set of endpoints as a policy describes it: a peer or a subject without its place in a manifest.
 * Equal selectors are evaluated once.
 */
public sealed interface PeerSelector {
  /** Pods in the namespace called {@code namespace}. */
  record Local(String namespace, Selector pods) implements PeerSelector {}

  /**
   * Pods in the namespaces that a selector matches.
   *
   * @param permissive whether to include pods of undeclared namespaces that the selector may match
   */
  record Selected(Selector namespaces, Selector pods, boolean permissive) implements PeerSelector {}

  /**
   * Addresses in any of the blocks.
   *
   * @param ofPods whether a block also matches pods, by their addresses
   * @param permissive whether to include endpoints that have, or may have, some address in a block,
   *     rather than those that have all of their addresses there
   */
  record Addressed(List<IpBlock> blocks, boolean ofPods, boolean permissive)
      implements PeerSelector {}

  /**
   * Nodes and the pods on their network.
   *
   * @param permissive whether to include undeclared nodes, which may have the labels
   */
  record Nodes(Selector labels, boolean permissive) implements PeerSelector {}

  /** Returns the selector of {@code peer} in a NetworkPolicy of {@code namespace}. */
  static PeerSelector of(Peer peer, String namespace, Reading reading) {
    return switch (peer) {
      case Peer.Pods(Peer.Namespaces.Own own, Selector pods, var site) ->
          new Local(namespace, pods);
      case Peer.Pods(Peer.Namespaces.Matching(Selector in), Selector pods, var site) ->
          new Selected(in, pods, reading.permissive());
      case Peer.Block(IpBlock block, var site) ->
          new Addressed(
              List.of(block),
              reading.isPermissive(Knob.IPBLOCK_MATCHES_PODS),
              reading.permissive());
    };
  }

  /** Returns the selector of {@code peer}; empty if it selects all endpoints or none. */
  static Optional<PeerSelector> of(ClusterPeer peer, boolean permissive) {
    return switch (peer) {
      case ClusterPeer.Pods pods -> Optional.of(of(pods, permissive));
      case ClusterPeer.Networks networks -> Optional.of(of(networks, permissive));
      case ClusterPeer.Nodes nodes -> Optional.of(of(nodes, permissive));
      case ClusterPeer.DomainNames names -> Optional.empty();
      case ClusterPeer.Unknown unknown -> Optional.empty();
    };
  }

  /** Returns the selector of {@code peer}. */
  static Selected of(ClusterPeer.Pods peer, boolean permissive) {
    return new Selected(peer.namespaces(), peer.pods(), permissive);
  }

  /** Returns the selector of {@code peer}, whose blocks also match pods. */
  static Addressed of(ClusterPeer.Networks peer, boolean permissive) {
    return new Addressed(
        peer.blocks().stream().map(cidr -> new IpBlock(cidr, List.of())).toList(),
        true,
        permissive);
  }

  /** Returns the selector of {@code peer}. */
  static Nodes of(ClusterPeer.Nodes peer, boolean permissive) {
    return new Nodes(peer.labels(), permissive);
  }

  /** Returns the selector of {@code subject}. */
  static Selected of(Subject subject, boolean permissive) {
    return new Selected(subject.namespaces(), subject.pods(), permissive);
  }
}
