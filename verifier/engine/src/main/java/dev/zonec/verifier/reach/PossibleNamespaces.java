package dev.zonec.verifier.reach;

import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.Vocabulary;
import java.util.BitSet;
import java.util.List;
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
      Bits namespaces, List<Bits> namespaceLabels, List<Bits> podLabels, Bits v4, Bits v6) {
    boolean labelsPossible = namespaceLabels.stream().noneMatch(Bits::isEmpty);
    boolean empty =
        !labelsPossible
            || v4.isEmpty()
            || v6.isEmpty()
            || podLabels.stream().anyMatch(Bits::isEmpty);
    if (empty) {
      return Optional.empty();
    }
    BitSet possible = new BitSet();
    namespaces.stream().filter(n -> canHave(n, namespaceLabels)).forEach(possible::set);
    return possible.isEmpty()
        ? Optional.empty()
        : Optional.of(new Box.Pods(Bits.of(possible), namespaceLabels, podLabels, v4, v6));
  }

  /**
   * Returns the namespaces that can have one of the values {@code namespaceLabels} for each key.
   */
  Bits with(List<Bits> namespaceLabels) {
    BitSet possible = new BitSet();
    for (int namespace = 0; namespace < vocabulary.namespaceCount(); namespace++) {
      possible.set(namespace, canHave(namespace, namespaceLabels));
    }
    return Bits.of(possible);
  }

  /**
   * Returns whether the namespace can have these values. A namespace with unknown labels can have
   * any.
   */
  private boolean canHave(int namespace, List<Bits> namespaceLabels) {
    if (!vocabulary.labelsKnown(namespace)) {
      return true;
    }
    for (int key = 0; key < namespaceLabels.size(); key++) {
      if (!namespaceLabels.get(key).contains(vocabulary.namespaceLabel(namespace, key))) {
        return false;
      }
    }
    return true;
  }
}
