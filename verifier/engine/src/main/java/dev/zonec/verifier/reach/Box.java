package dev.zonec.verifier.reach;

import dev.zonec.model.net.Family;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.LabelSets;

/**
 * A set of ends, as a product of sets of values. A box is never empty; operations whose result can
 * be empty return an {@code Optional} or a list.
 */
public sealed interface Box {
  /** Every pod and every address outside the cluster. */
  record Everything() implements Box {}

  /**
   * Pods that have one of the given values in every dimension.
   *
   * @param namespaces the numbers of their namespaces
   * @param namespaceLabels for each key in {@code Vocabulary.namespaceKeys}, the values of their
   *     namespaces
   * @param podLabels for each key in {@code Vocabulary.podKeys}, their values
   * @param v4 the atoms of their IPv4 addresses
   * @param v6 the atoms of their IPv6 addresses
   */
  record Pods(Bits namespaces, LabelSets namespaceLabels, LabelSets podLabels, Bits v4, Bits v6)
      implements Box {
    /** Returns the atoms of their addresses in {@code family}. */
    public Bits atoms(Family family) {
      return family == Family.IPV4 ? v4 : v6;
    }
  }

  /** Addresses outside the cluster, as atoms of one family. */
  record Addresses(Family family, Bits atoms) implements Box {}
}
