package dev.zonec.verifier.exposure;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import java.util.ArrayList;
import java.util.List;

/** Computes the boxes of declared workloads in a space. */
record WorkloadBoxes(BoxSpace space) {
  /**
   * Returns the box of {@code pod}, which has its labels and its known addresses; an unknown
   * address can be any address of pods.
   */
  Box.Pods of(Endpoint.Pod pod) {
    Vocabulary vocabulary = space.vocabulary();
    int namespace = vocabulary.namespaceIndex(pod.namespace().name());
    List<Bits> namespaceLabels = new ArrayList<>();
    for (int key = 0; key < vocabulary.namespaceKeys().size(); key++) {
      namespaceLabels.add(
          vocabulary.labelsKnown(namespace)
              ? Bits.of(vocabulary.namespaceLabel(namespace, key))
              : Bits.all(vocabulary.namespaceKeys().get(key).size()));
    }
    List<Bits> podLabels =
        vocabulary.podKeys().stream().map(key -> Bits.of(key.indexIn(pod.labels()))).toList();
    return new Box.Pods(
        Bits.of(namespace),
        namespaceLabels,
        podLabels,
        atoms(pod, Family.IPV4),
        atoms(pod, Family.IPV6));
  }

  private Bits atoms(Endpoint.Pod pod, Family family) {
    Vocabulary vocabulary = space.vocabulary();
    Bits known =
        Bits.of(
            pod.addresses().stream()
                .filter(address -> address.family() == family)
                .mapToInt(address -> vocabulary.atoms(family).indexOf(address.value()))
                .toArray());
    // An address outside the ranges of pods says nothing within this vocabulary.
    Bits all = space.allPods().map(pods -> pods.atoms(family)).orElse(Bits.of());
    return known.intersects(all) ? known.and(all) : all;
  }
}
