package dev.zonec.verifier.exposure;

import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.verifier.quotient.AddressAtoms;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.LabelKey;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.reach.Box;
import java.util.ArrayList;
import java.util.List;

/** Describes boxes in the words of selectors. */
record Descriptions(Vocabulary vocabulary) {
  Who.Pods pods(Box.Pods box) {
    List<String> addresses = new ArrayList<>();
    for (Family family : Family.values()) {
      if (!box.atoms(family).containsAll(vocabulary.podAtoms(family))) {
        addresses.addAll(ranges(family, box.atoms(family)));
      }
    }
    return new Who.Pods(
        namespaces(box.namespaces()),
        labels(box.namespaceLabels(), vocabulary.namespaceKeys()),
        labels(box.podLabels(), vocabulary.podKeys()),
        addresses);
  }

  private List<String> namespaces(Bits in) {
    if (in.containsAll(Bits.all(vocabulary.namespaceCount()))) {
      return List.of();
    }
    if (vocabulary.otherNamespaces() && in.contains(vocabulary.otherNamespace())) {
      // Easier said by those that are left out.
      return Bits.all(vocabulary.namespaceCount()).minus(in).stream()
          .mapToObj(index -> "not " + name(index))
          .toList();
    }
    return in.stream().mapToObj(this::name).toList();
  }

  private String name(int index) {
    return vocabulary.namespaces().get(index).namespace().name();
  }

  private static List<String> labels(List<Bits> values, List<LabelKey> keys) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      label(values.get(i), keys.get(i), out);
    }
    return out;
  }

  /** Adds the conditions on one key; none if any value, and none at all, will do. */
  private static void label(Bits values, LabelKey key, List<String> out) {
    List<String> in = new ArrayList<>();
    List<String> notIn = new ArrayList<>();
    for (int value = 1; value < key.other(); value++) {
      (values.contains(value) ? in : notIn).add(key.text(value));
    }
    boolean absent = values.contains(LabelKey.ABSENT);
    boolean other = values.contains(key.other());
    if (other) {
      if (!absent) {
        out.add(key.key());
      }
      if (!notIn.isEmpty()) {
        out.add(key.key() + " notin (" + String.join(", ", notIn) + ")");
      }
    } else if (in.isEmpty()) {
      out.add("!" + key.key());
    } else {
      String some =
          in.size() == 1
              ? key.key() + "=" + in.getFirst()
              : key.key() + " in (" + String.join(", ", in) + ")";
      out.add(absent ? some + " or !" + key.key() : some);
    }
  }

  /** The addresses of atoms, neighbours joined. */
  List<String> ranges(Family family, Bits chosen) {
    AddressAtoms atoms = vocabulary.atoms(family);
    List<String> out = new ArrayList<>();
    int start = -1;
    for (int atom = 0; atom <= atoms.size(); atom++) {
      boolean in = atom < atoms.size() && chosen.contains(atom);
      if (in && start < 0) {
        start = atom;
      } else if (!in && start >= 0) {
        out.add(range(family, atoms.range(start), atoms.range(atom - 1)));
        start = -1;
      }
    }
    return out;
  }

  private static String range(Family family, AddressSet.Range first, AddressSet.Range last) {
    IpAddress from = new IpAddress(family, first.first());
    IpAddress to = new IpAddress(family, last.last());
    return from.equals(to) ? from.toString() : from + "-" + to;
  }
}
