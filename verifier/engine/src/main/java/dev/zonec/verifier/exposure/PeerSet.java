package dev.zonec.verifier.exposure;

import java.util.List;

/** The others that a workload is exposed to. */
public sealed interface PeerSet {
  /** Every pod that could exist, and every address outside the cluster. */
  record Anyone() implements PeerSet {}

  /** Every pod that could exist, in any namespace. */
  record EveryPod() implements PeerSet {}

  /** Every public address. */
  record Internet() implements PeerSet {}

  /**
   * Addresses outside the cluster.
   *
   * @param ranges as {@code first-last}, a block, or one address
   */
  record Addresses(List<String> ranges) implements PeerSet {
    /** Copies the list. */
    public Addresses {
      ranges = List.copyOf(ranges);
    }
  }

  /**
   * Pods that meet all of some conditions.
   *
   * @param namespaces the namespaces that they may be in, by name; none means any
   * @param namespaceLabels conditions on the labels of the namespace
   * @param podLabels conditions on the labels of the pod
   * @param addresses ranges, {@code first-last}, a block or one address: of each address family
   *     that has some here, the pod's address is in one of them; none means any
   */
  record Pods(
      List<String> namespaces,
      List<String> namespaceLabels,
      List<String> podLabels,
      List<String> addresses)
      implements PeerSet {
    /** Copies the lists. */
    public Pods {
      namespaces = List.copyOf(namespaces);
      namespaceLabels = List.copyOf(namespaceLabels);
      podLabels = List.copyOf(podLabels);
      addresses = List.copyOf(addresses);
    }
  }
}
