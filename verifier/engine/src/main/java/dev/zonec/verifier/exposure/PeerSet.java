package dev.zonec.verifier.exposure;

import java.util.List;

/** A set of peers of a workload: pods or addresses at the other end of its connections. */
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
   * @param ranges the ranges: {@code first-last}, a block, or one address
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
   * @param namespaces the namespaces that the pods may be in
   * @param namespaceLabels conditions on the labels of the namespace
   * @param podLabels conditions on the labels of the pod
   * @param addresses ranges of addresses: {@code first-last}, a block, or one address. For each
   *     address family with ranges in the list, the pod has an address in one of them; empty for
   *     any address
   */
  record Pods(
      Namespaces namespaces,
      List<String> namespaceLabels,
      List<String> podLabels,
      List<String> addresses)
      implements PeerSet {
    /** Copies the lists. */
    public Pods {
      namespaceLabels = List.copyOf(namespaceLabels);
      podLabels = List.copyOf(podLabels);
      addresses = List.copyOf(addresses);
    }
  }

  /** A condition on the name of a pod's namespace. */
  sealed interface Namespaces {
    /** Every namespace. */
    record Any() implements Namespaces {}

    /** One of {@code names}. */
    record In(List<String> names) implements Namespaces {
      /** Copies the list. */
      public In {
        names = List.copyOf(names);
      }
    }

    /** Every namespace except {@code names}. */
    record AllBut(List<String> names) implements Namespaces {
      /** Copies the list. */
      public AllBut {
        names = List.copyOf(names);
      }
    }
  }
}
