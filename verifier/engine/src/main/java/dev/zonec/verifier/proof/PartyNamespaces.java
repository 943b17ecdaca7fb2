package dev.zonec.verifier.proof;

import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.Vocabulary;
import java.util.BitSet;

/**
 * The namespaces in which a party can have pods. Proofs are divided by them, so they are computed
 * from the party itself and not from the boxes of the search.
 */
final class PartyNamespaces {
  private PartyNamespaces() {}

  /**
   * Returns the numbers of these namespaces in {@code vocabulary}. A namespace with unknown labels
   * counts if its labels could match.
   */
  static Bits of(Party party, Vocabulary vocabulary) {
    return switch (party) {
      case Party.Zone zone -> of(zone.pods(), vocabulary);
      case Party.ForeignPods foreign -> of(foreign.pods(), vocabulary);
      case Party.Others others -> of(others.pods(), vocabulary);
      case Party.Anyone anyone -> Bits.all(vocabulary.namespaceCount());
      case Party.Addresses addresses -> Bits.of();
    };
  }

  private static Bits of(PodSet pods, Vocabulary vocabulary) {
    BitSet found = new BitSet();
    for (PodSet.Term term : pods.terms()) {
      switch (term.namespaces()) {
        case PodSet.NamespaceSet.Named named ->
            named.names().stream()
                .map(vocabulary::namespaceIndex)
                .filter(index -> mayHold(named, index, vocabulary))
                .forEach(found::set);
        case PodSet.NamespaceSet.Selected selected -> {
          for (int i = 0; i < vocabulary.namespaceCount(); i++) {
            found.set(i, found.get(i) || mayHold(selected, i, vocabulary));
          }
        }
      }
    }
    return Bits.of(found);
  }

  /**
   * Returns whether the namespace can be one of {@code namespaces}. If not all of its labels are
   * known, they rule nothing out.
   */
  private static boolean mayHold(PodSet.NamespaceSet namespaces, int index, Vocabulary vocabulary) {
    return !vocabulary.labelsKnown(index)
        || namespaces.contains(vocabulary.namespaces().get(index).namespace());
  }
}
