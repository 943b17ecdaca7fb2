package dev.zonec.verifier.quotient;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;

/**
 * A declared pod in terms of a vocabulary.
 *
 * @param namespace the number of its namespace
 * @param labels its labels, with one value for each of {@link Vocabulary#podKeys}
 * @param v4 the atoms of its IPv4 addresses; empty if they are unknown. A workload has the
 *     addresses of all of its replicas, and each pod has one of them
 * @param v6 the atoms of its IPv6 addresses, in the same way
 */
public record DeclaredPod(int namespace, LabelSets labels, Bits v4, Bits v6) {
  /** Returns {@code pod} in terms of {@code vocabulary}. */
  public static DeclaredPod of(Endpoint.Pod pod, Vocabulary vocabulary) {
    return new DeclaredPod(
        vocabulary.namespaceIndex(pod.namespace().name()),
        LabelSets.exactly(vocabulary.podKeys(), pod.labels()),
        atoms(pod, Family.IPV4, vocabulary),
        atoms(pod, Family.IPV6, vocabulary));
  }

  private static Bits atoms(Endpoint.Pod pod, Family family, Vocabulary vocabulary) {
    return Bits.of(
        pod.addresses().stream()
            .filter(address -> address.family() == family)
            .mapToInt(address -> vocabulary.atoms(family).indexOf(address.value()))
            .toArray());
  }

  /** Returns the atoms of its addresses of {@code family}; empty if they are unknown. */
  public Bits atoms(Family family) {
    return family == Family.IPV4 ? v4 : v6;
  }
}
