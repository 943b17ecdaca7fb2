package dev.zonec.kubernetes.policy.cluster;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import java.util.List;

/** A peer of a rule of a cluster-scoped policy. */
public sealed interface ClusterPeer {
  /** Returns the peer's span in its manifest. */
  Span span();

  /**
   * Pods of some namespaces, except pods on the host network.
   *
   * @param namespaces the namespaces
   * @param pods the pods of these namespaces; every pod if the peer names namespaces only
   */
  record Pods(Selector namespaces, Selector pods, Span span) implements ClusterPeer {}

  /** Addresses, including those of pods and nodes; egress only. */
  record Networks(List<Cidr> blocks, Span span) implements ClusterPeer {
    /** Copies the blocks. */
    public Networks {
      blocks = List.copyOf(blocks);
    }
  }

  /** Nodes by their labels; egress only. */
  record Nodes(Selector labels, Span span) implements ClusterPeer {}

  /** Domain names, which are resolved while the cluster runs; only for egress rules that accept. */
  record DomainNames(List<String> names, Span span) implements ClusterPeer {
    /** Copies the names. */
    public DomainNames {
      names = List.copyOf(names);
    }
  }

  /**
   * A peer that an implementation does not know. A rule that accepts does not match it; any other
   * rule denies everything (clusternetworkpolicy_types.go).
   */
  record Unknown(Span span) implements ClusterPeer {}
}
