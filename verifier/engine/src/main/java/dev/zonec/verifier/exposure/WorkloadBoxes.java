package dev.zonec.verifier.exposure;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.DeclaredPod;
import dev.zonec.verifier.quotient.LabelSets;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;

/** Computes the boxes of declared workloads in a space. */
public record WorkloadBoxes(BoxSpace space) {
  /**
   * Returns the box of {@code pod}, which has its labels and its known addresses; an unknown
   * address can be any address of pods.
   */
  public Box.Pods of(Endpoint.Pod pod) {
    Vocabulary vocabulary = space.vocabulary();
    DeclaredPod declared = DeclaredPod.of(pod, vocabulary);
    LabelSets namespaceLabels =
        vocabulary
            .knownLabels(declared.namespace())
            .orElseGet(() -> LabelSets.any(vocabulary.namespaceKeys()));
    return new Box.Pods(
        Bits.of(declared.namespace()),
        namespaceLabels,
        declared.labels(),
        atoms(declared, Family.IPV4),
        atoms(declared, Family.IPV6));
  }

  private Bits atoms(DeclaredPod declared, Family family) {
    Bits known = declared.atoms(family);
    // An address outside the ranges of pods says nothing within this vocabulary.
    Bits all = space.allPods().map(pods -> pods.atoms(family)).orElse(Bits.of());
    return known.intersects(all) ? known.and(all) : all;
  }
}
