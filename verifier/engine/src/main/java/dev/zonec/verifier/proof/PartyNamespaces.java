package dev.zonec.verifier.proof;

import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.Vocabulary;
import java.util.BitSet;

/**
 * The namespaces that a party's pods may be in. Obligations are cut by them, so they are read from
 * the party itself, and not from the boxes that the search makes of it.
 */
final class PartyNamespaces {
  private PartyNamespaces() {}

  /** Their numbers in {@code vocabulary}; those that only may be among them too. */
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

  /** Only where all labels of a namespace are known can they rule it out. */
  private static boolean mayHold(PodSet.NamespaceSet namespaces, int index, Vocabulary vocabulary) {
    return !vocabulary.labelsKnown(index)
        || namespaces.contains(vocabulary.namespaces().get(index).namespace());
  }
}
