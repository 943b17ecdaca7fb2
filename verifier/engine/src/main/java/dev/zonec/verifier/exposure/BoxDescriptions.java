package dev.zonec.verifier.exposure;

import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.verifier.quotient.AddressAtoms;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.LabelKey;
import dev.zonec.verifier.quotient.LabelSets;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Describes boxes of pods with the conditions of selectors, such as {@code app=web} or {@code tier
 * notin (db)}.
 */
public record BoxDescriptions(BoxSpace space) {
  /** The maximum number of namespaces that are listed by name instead of by their labels. */
  private static final int FEW = 3;

  private Vocabulary vocabulary() {
    return space.vocabulary();
  }

  /** Returns the description of {@code box}. */
  public PeerSet.Pods pods(Box.Pods box) {
    List<String> addresses = new ArrayList<>();
    for (Family family : Family.values()) {
      if (vocabulary().podsHave(family)
          && !box.atoms(family).containsAll(vocabulary().podAtoms(family))) {
        addresses.addAll(ranges(family, box.atoms(family)));
      }
    }
    List<String> namespaceLabels = labels(box.namespaceLabels(), vocabulary().namespaceKeys());
    // If all labels are known, the names of the namespaces say everything.
    boolean known = box.namespaces().stream().allMatch(vocabulary()::labelsKnown);
    Bits possible = space.namespacesWith(box.namespaceLabels());
    boolean names = known && box.namespaces().stream().count() <= FEW;
    return new PeerSet.Pods(
        names
            ? new PeerSet.Namespaces.In(names(box.namespaces()))
            : namespaces(box.namespaces(), possible),
        names ? List.of() : namespaceLabels,
        labels(box.podLabels(), vocabulary().podKeys()),
        addresses);
  }

  private List<String> names(Bits in) {
    return in.stream().mapToObj(this::name).toList();
  }

  /**
   * Returns the condition on the name of the namespaces {@code in}. The namespaces that the
   * conditions on labels allow are {@code possible}; if {@code in} contains all of them, the name
   * can be any.
   */
  private PeerSet.Namespaces namespaces(Bits in, Bits possible) {
    if (in.containsAll(possible)) {
      return new PeerSet.Namespaces.Any();
    }
    Bits excluded = possible.minus(in);
    boolean others = vocabulary().otherNamespaces() && in.contains(vocabulary().otherNamespace());
    // Infinitely many other namespaces are included, so list the excluded ones.
    return others
        ? new PeerSet.Namespaces.AllBut(names(excluded))
        : new PeerSet.Namespaces.In(names(in));
  }

  private String name(int index) {
    return vocabulary().namespaces().get(index).namespace().name();
  }

  private static List<String> labels(LabelSets values, List<LabelKey> keys) {
    List<String> out = new ArrayList<>();
    values.restricted().forEach(i -> addConditions(values.get(i), keys.get(i), out));
    return out;
  }

  /**
   * Adds the conditions on one label key; none if the box allows every value and the absence of the
   * key.
   */
  private static void addConditions(Bits values, LabelKey key, List<String> out) {
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

  /** Returns the addresses of the chosen atoms as ranges. Neighbouring atoms are joined. */
  public List<String> ranges(Family family, Bits chosen) {
    AddressAtoms atoms = vocabulary().atoms(family);
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

  /**
   * Returns a block, such as {@code 10.0.0.0/8}, if the range is one; otherwise the first and the
   * last address.
   */
  private static String range(Family family, AddressSet.Range first, AddressSet.Range last) {
    IpAddress from = new IpAddress(family, first.first());
    IpAddress to = new IpAddress(family, last.last());
    if (from.equals(to)) {
      return from.toString();
    }
    int free = from.value().xor(to.value()).bitLength();
    Optional<Cidr> block = Cidr.parse(from + "/" + (family.bits() - free));
    return block
        .filter(cidr -> cidr.first().equals(from.value()) && cidr.last().equals(to.value()))
        .map(Cidr::toString)
        .orElse(from + "-" + to);
  }
}
