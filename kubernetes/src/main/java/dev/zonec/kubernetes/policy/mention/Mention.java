package dev.zonec.kubernetes.policy.mention;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.PortClause;
import java.util.List;

/** Something that a policy distinguishes, with its place in the manifest. */
public sealed interface Mention {
  /** The place of the subject, peer or port. For a subject, this is the whole policy. */
  Span span();

  /** A mention of ends of connections. */
  sealed interface Ends extends Mention {}

  /** Pods that a selector matches, in some namespaces. */
  record Pods(Namespaces namespaces, Selector pods, Span span) implements Ends {}

  /** Addresses in any of the blocks. */
  record Blocks(List<IpBlock> blocks, Span span) implements Ends {
    /** Copies the list. */
    public Blocks {
      blocks = List.copyOf(blocks);
    }
  }

  /** Nodes that a selector matches. */
  record Nodes(Selector labels, Span span) implements Ends {}

  /** Ports of a rule. */
  record Ports(PortClause clause, Span span) implements Mention {}

  /** The namespaces of mentioned pods. */
  sealed interface Namespaces {
    /** The namespace called {@code name}: a NetworkPolicy's own. */
    record Named(String name) implements Namespaces {}

    /** The namespaces that a selector matches. */
    record Matching(Selector labels) implements Namespaces {}
  }

  /** Returns what {@code peer}, in a NetworkPolicy of {@code namespace}, mentions. */
  static Ends of(Peer peer, String namespace) {
    return switch (peer) {
      case Peer.Pods(Peer.Namespaces.Own own, Selector pods, Span span) ->
          new Pods(new Namespaces.Named(namespace), pods, span);
      case Peer.Pods(Peer.Namespaces.Matching(Selector in), Selector pods, Span span) ->
          new Pods(new Namespaces.Matching(in), pods, span);
      case Peer.Block(IpBlock block, Span span) -> new Blocks(List.of(block), span);
    };
  }

  /** Returns what {@code peer} mentions. */
  static Pods of(ClusterPeer.Pods peer) {
    return new Pods(new Namespaces.Matching(peer.namespaces()), peer.pods(), peer.span());
  }

  /** Returns what {@code peer} mentions. */
  static Blocks of(ClusterPeer.Networks peer) {
    return new Blocks(
        peer.blocks().stream().map(cidr -> new IpBlock(cidr, List.of())).toList(), peer.span());
  }

  /** Returns what {@code peer} mentions. */
  static Nodes of(ClusterPeer.Nodes peer) {
    return new Nodes(peer.labels(), peer.span());
  }
}
