package dev.zonec.verifier.reach;

import dev.zonec.model.net.Family;
import dev.zonec.verifier.quotient.Bits;
import java.util.List;

/** A product of value sets over endpoints. Boxes are never empty; operations say so instead. */
public sealed interface Box {
  /** Every endpoint. */
  record Everything() implements Box {}

  /**
   * Pods.
   *
   * @param namespaces the namespaces that they may be in
   * @param namespaceLabels for each key of namespaces, the values that the namespace may have
   * @param podLabels for each key of pods, the values that they may have
   * @param v4 the IPv4 atoms of their addresses
   * @param v6 the IPv6 atoms of their addresses
   */
  record Pods(Bits namespaces, List<Bits> namespaceLabels, List<Bits> podLabels, Bits v4, Bits v6)
      implements Box {
    /** Copies the lists. */
    public Pods {
      namespaceLabels = List.copyOf(namespaceLabels);
      podLabels = List.copyOf(podLabels);
    }

    /** The atoms of {@code family}. */
    public Bits atoms(Family family) {
      return family == Family.IPV4 ? v4 : v6;
    }
  }

  /** Addresses outside the cluster. */
  record Addresses(Family family, Bits atoms) implements Box {}
}
