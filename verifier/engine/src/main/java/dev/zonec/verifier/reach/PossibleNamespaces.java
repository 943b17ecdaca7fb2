package dev.zonec.verifier.reach;

import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.LabelSets;
import dev.zonec.verifier.quotient.Vocabulary;
import java.util.BitSet;
import java.util.Optional;

/**
 * The namespaces that agree with the labels of a box. The labels of some namespaces are known, so a
 * box whose labels contradict them has no pods in these namespaces.
 *
 * @param vocabulary everything that the boxes can tell apart
 */
record PossibleNamespaces(Vocabulary vocabulary) {
  /**
   * Returns a box without namespaces whose known labels contradict {@code namespaceLabels}; empty
   * if no pod is left.
   */
  Optional<Box.Pods> pods(
      Bits namespaces, LabelSets namespaceLabels, LabelSets podLabels, Bits v4, Bits v6) {
    if (v4.isEmpty()
        || v6.isEmpty()
        || namespaceLabels.isImpossible()
        || podLabels.isImpossible()) {
      return Optional.empty();
    }
    Bits possible = with(namespaces, namespaceLabels);
    return possible.isEmpty()
        ? Optional.empty()
        : Optional.of(new Box.Pods(possible, namespaceLabels, podLabels, v4, v6));
  }

  /**
   * Returns the namespaces that can have one of the values {@code namespaceLabels} for each key.
   */
  Bits with(LabelSets namespaceLabels) {
    return with(Bits.all(vocabulary.namespaceCount()), namespaceLabels);
  }

  private Bits with(Bits namespaces, LabelSets namespaceLabels) {
    int[] keys = namespaceLabels.restricted().toArray();
    if (keys.length == 0) {
      return namespaces;
    }
    BitSet possible = new BitSet();
    namespaces.stream()
        .filter(namespace -> canHave(namespace, keys, namespaceLabels))
        .forEach(possible::set);
    return Bits.of(possible);
  }

  /**
   * Returns whether the namespace can have these values. A namespace with unknown labels can have
   * any.
   */
  private boolean canHave(int namespace, int[] keys, LabelSets namespaceLabels) {
    if (!vocabulary.labelsKnown(namespace)) {
      return true;
    }
    for (int key : keys) {
      if (!namespaceLabels.get(key).contains(vocabulary.namespaceLabel(namespace, key))) {
        return false;
      }
    }
    return true;
  }
}
