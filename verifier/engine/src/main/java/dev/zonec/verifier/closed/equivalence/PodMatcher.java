package dev.zonec.verifier.closed.equivalence;

import dev.zonec.model.label.Selector;
import dev.zonec.verifier.closed.bits.IntList;
import dev.zonec.verifier.closed.endpoint.EndpointSignatures;
import dev.zonec.verifier.closed.endpoint.LabelSignatures;
import dev.zonec.verifier.closed.endpoint.NamespaceIndex;
import java.util.BitSet;

/** Finds the pod signatures that a namespace selector and a pod selector match. */
public final class PodMatcher {
  private final EndpointSignatures signatures;
  private final NamespaceIndex namespaces;
  private final LabelSignatures labels;

  /** Creates a matcher for the pods among {@code signatures}. */
  public PodMatcher(
      EndpointSignatures signatures, NamespaceIndex namespaces, LabelSignatures labels) {
    this.signatures = signatures;
    this.namespaces = namespaces;
    this.labels = labels;
  }

  /** Returns the pods that {@code selector} matches in the namespace called {@code namespace}. */
  IntList inNamed(String namespace, Selector selector) {
    return in(namespaces.named(namespace), labels.matching(selector));
  }

  /**
   * Returns the pods that {@code selector} matches in the namespaces that {@code in} matches, or
   * may match if {@code permissive}.
   */
  IntList inMatching(Selector in, Selector selector, boolean permissive) {
    return in(namespaces.matching(in, permissive), labels.matching(selector));
  }

  /**
   * Goes through the pods of the namespaces or through the pods with the label signatures,
   * whichever are fewer.
   */
  private IntList in(BitSet inNamespaces, BitSet labelled) {
    IntList found = new IntList();
    if (podsIn(inNamespaces) <= podsWith(labelled)) {
      for (int n = inNamespaces.nextSetBit(0); n >= 0; n = inNamespaces.nextSetBit(n + 1)) {
        IntList pods = signatures.inNamespace(n);
        for (int i = 0; i < pods.size(); i++) {
          if (labelled.get(signatures.get(pods.get(i)).labels())) {
            found.add(pods.get(i));
          }
        }
      }
    } else {
      for (int l = labelled.nextSetBit(0); l >= 0; l = labelled.nextSetBit(l + 1)) {
        IntList pods = signatures.withLabels(l);
        for (int i = 0; i < pods.size(); i++) {
          if (inNamespaces.get(signatures.get(pods.get(i)).namespace())) {
            found.add(pods.get(i));
          }
        }
      }
    }
    return found;
  }

  private int podsIn(BitSet inNamespaces) {
    int pods = 0;
    for (int n = inNamespaces.nextSetBit(0); n >= 0; n = inNamespaces.nextSetBit(n + 1)) {
      pods += signatures.inNamespace(n).size();
    }
    return pods;
  }

  private int podsWith(BitSet labelled) {
    int pods = 0;
    for (int l = labelled.nextSetBit(0); l >= 0; l = labelled.nextSetBit(l + 1)) {
      pods += signatures.withLabels(l).size();
    }
    return pods;
  }
}
