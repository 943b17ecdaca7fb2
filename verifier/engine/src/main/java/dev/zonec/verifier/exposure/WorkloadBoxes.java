package dev.zonec.verifier.exposure;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import java.util.ArrayList;
import java.util.List;

/** Where declared workloads lie in a space. */
record WorkloadBoxes(BoxSpace space) {
  /** The pods that {@code pod} may be: one labelling, any address where it is not known. */
  Box.Pods of(Endpoint.Pod pod) {
    Vocabulary words = space.vocabulary();
    int namespace = words.namespaceIndex(pod.namespace().name());
    List<Bits> namespaceLabels = new ArrayList<>();
    for (int key = 0; key < words.namespaceKeys().size(); key++) {
      namespaceLabels.add(
          words.isClosed(namespace)
              ? Bits.of(words.namespaceLabel(namespace, key))
              : Bits.all(words.namespaceKeys().get(key).size()));
    }
    List<Bits> podLabels =
        words.podKeys().stream().map(key -> Bits.of(key.indexIn(pod.labels()))).toList();
    return new Box.Pods(
        Bits.of(namespace),
        namespaceLabels,
        podLabels,
        atoms(pod, Family.IPV4),
        atoms(pod, Family.IPV6));
  }

  private Bits atoms(Endpoint.Pod pod, Family family) {
    Vocabulary words = space.vocabulary();
    Bits known =
        Bits.of(
            pod.addresses().stream()
                .filter(address -> address.family() == family)
                .mapToInt(address -> words.atoms(family).indexOf(address.value()))
                .toArray());
    // An address where no pod should be says nothing about where it is.
    Bits all = space.allPods().map(pods -> pods.atoms(family)).orElse(Bits.of());
    return known.meets(all) ? known.and(all) : all;
  }
}
