package dev.zonec.kubernetes.policy.cluster;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import java.util.List;

/** Who is at the other end. */
public sealed interface ClusterPeer {
  /** The peer in its manifest. */
  Span span();

  /**
   * Pods of some namespaces, those on the host network left out.
   *
   * @param namespaces which namespaces
   * @param pods which pods of these; everything where the peer names namespaces only
   */
  record Pods(Selector namespaces, Selector pods, Span span) implements ClusterPeer {}

  /** Addresses, those of pods and nodes among them; egress only. */
  record Networks(List<Cidr> blocks, Span span) implements ClusterPeer {
    /** Copies the blocks. */
    public Networks {
      blocks = List.copyOf(blocks);
    }
  }

  /** Nodes by their labels; egress only. */
  record Nodes(Selector labels, Span span) implements ClusterPeer {}

  /** Names that are resolved as the cluster runs; egress only, and only to accept. */
  record DomainNames(List<String> names, Span span) implements ClusterPeer {
    /** Copies the names. */
    public DomainNames {
      names = List.copyOf(names);
    }
  }

  /**
   * A peer that an engine does not understand: an accepting rule does not match by it, any other
   * rule denies everything (clusternetworkpolicy_types.go).
   */
  record Unknown(Span span) implements ClusterPeer {}
}
