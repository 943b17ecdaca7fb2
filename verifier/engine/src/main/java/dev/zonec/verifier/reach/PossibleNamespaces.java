package dev.zonec.verifier.reach;

import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.LabelSets;
import dev.zonec.verifier.quotient.Vocabulary;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The namespaces that agree with the labels of a box. The labels of some namespaces are known, so a
 * box whose labels contradict them has no pods in these namespaces.
 *
 * <p>The namespaces for each key and set of values are computed once, because many boxes have the
 * same ones.
 */
final class PossibleNamespaces {
  private final Vocabulary vocabulary;
  private final Map<Values, Bits> known = new HashMap<>();

  /**
   * @param vocabulary everything that the boxes can tell apart
   */
  PossibleNamespaces(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The label of the key with number {@code key} has one of {@code values}. */
  private record Values(int key, Bits values) {}

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
    Bits possible = namespaces;
    for (int key : namespaceLabels.restricted().toArray()) {
      possible =
          possible.and(
              known.computeIfAbsent(new Values(key, namespaceLabels.get(key)), this::having));
    }
    return possible;
  }

  /**
   * Returns the namespaces that can have one of these values. A namespace with unknown labels can
   * have any.
   */
  private Bits having(Values wanted) {
    BitSet possible = new BitSet();
    for (int namespace = 0; namespace < vocabulary.namespaceCount(); namespace++) {
      possible.set(
          namespace,
          !vocabulary.labelsKnown(namespace)
              || wanted.values().contains(vocabulary.namespaceLabel(namespace, wanted.key())));
    }
    return Bits.of(possible);
  }
}
