package dev.zonec.verifier.closed;

import dev.zonec.model.label.Selector;
import java.util.BitSet;

/** Which units are pods of some namespaces with some labels. */
final class PodSets {
  private final Units units;
  private final NamespaceIndex namespaces;
  private final LabelSignatures labels;

  PodSets(Units units, NamespaceIndex namespaces, LabelSignatures labels) {
    this.units = units;
    this.namespaces = namespaces;
    this.labels = labels;
  }

  /** The pods that {@code selector} matches in the namespace called {@code namespace}. */
  Ints inNamed(String namespace, Selector selector) {
    return in(namespaces.named(namespace), labels.matching(selector));
  }

  /**
   * The pods that {@code selector} matches in namespaces that {@code in} matches; if {@code
   * permissive} also in those that it may match.
   */
  Ints inMatching(Selector in, Selector selector, boolean permissive) {
    return in(namespaces.matching(in, permissive), labels.matching(selector));
  }

  /** Goes through the namespaces or through the signatures, whichever have fewer pods. */
  private Ints in(BitSet some, BitSet signatures) {
    Ints found = new Ints();
    if (podsIn(some) <= podsWith(signatures)) {
      for (int n = some.nextSetBit(0); n >= 0; n = some.nextSetBit(n + 1)) {
        Ints pods = units.inNamespace(n);
        for (int i = 0; i < pods.size(); i++) {
          if (signatures.get(units.get(pods.get(i)).labels())) {
            found.add(pods.get(i));
          }
        }
      }
    } else {
      for (int s = signatures.nextSetBit(0); s >= 0; s = signatures.nextSetBit(s + 1)) {
        Ints pods = units.withLabels(s);
        for (int i = 0; i < pods.size(); i++) {
          if (some.get(units.get(pods.get(i)).namespace())) {
            found.add(pods.get(i));
          }
        }
      }
    }
    return found;
  }

  private int podsIn(BitSet some) {
    int pods = 0;
    for (int n = some.nextSetBit(0); n >= 0; n = some.nextSetBit(n + 1)) {
      pods += units.inNamespace(n).size();
    }
    return pods;
  }

  private int podsWith(BitSet signatures) {
    int pods = 0;
    for (int s = signatures.nextSetBit(0); s >= 0; s = signatures.nextSetBit(s + 1)) {
      pods += units.withLabels(s).size();
    }
    return pods;
  }
}
