package dev.zonec.verifier.quotient;

import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.program.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything that policies and a program can tell apart (spec/verification.md, The quotient). Two
 * ends that agree on the whole vocabulary are treated in the same way by every policy, zone and
 * external, so the vocabulary represents all pods and addresses that could exist.
 *
 * @param namespaces the named namespaces, sorted by name
 * @param otherNamespaces whether namespaces with other names can exist
 * @param namespaceKeys the label keys in selectors of namespaces, without the name label, sorted
 * @param podKeys the label keys in selectors of pods, sorted
 * @param v4 the atoms of IPv4 addresses
 * @param v6 the atoms of IPv6 addresses
 * @param cluster the address ranges of pods and nodes
 */
public record Vocabulary(
    List<NamedNamespace> namespaces,
    boolean otherNamespaces,
    List<LabelKey> namespaceKeys,
    List<LabelKey> podKeys,
    AddressAtoms v4,
    AddressAtoms v6,
    Cluster cluster) {
  /** Copies the lists. */
  public Vocabulary {
    namespaces = List.copyOf(namespaces);
    namespaceKeys = List.copyOf(namespaceKeys);
    podKeys = List.copyOf(podKeys);
    // Binary search needs sorted lists.
    requireSorted(namespaces, Vocabulary::nameOf);
    requireSorted(namespaceKeys, LabelKey::key);
    requireSorted(podKeys, LabelKey::key);
  }

  private static <T> void requireSorted(List<T> items, Function<T, String> name) {
    for (int i = 1; i < items.size(); i++) {
      if (name.apply(items.get(i - 1)).compareTo(name.apply(items.get(i))) >= 0) {
        throw new IllegalArgumentException("not in order: " + name.apply(items.get(i)));
      }
    }
  }

  private static String nameOf(NamedNamespace known) {
    return known.namespace().name();
  }

  /** Returns the index of the item with this name; negative if there is none. */
  static <T> int search(List<T> items, Function<T, String> nameOf, String name) {
    int low = 0;
    int high = items.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = nameOf.apply(items.get(middle)).compareTo(name);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** Returns the number of namespaces: the named ones, and one for all others if they can exist. */
  public int namespaceCount() {
    return namespaces.size() + (otherNamespaces ? 1 : 0);
  }

  /** Returns the number that stands for all other namespaces. */
  public int otherNamespace() {
    return namespaces.size();
  }

  /** Returns whether {@code index} is the number of a named namespace. */
  public boolean isNamed(int index) {
    return index < namespaces.size();
  }

  /** Returns whether {@code index} is a named namespace whose labels are all known. */
  public boolean labelsKnown(int index) {
    return isNamed(index) && namespaces.get(index).labelsKnown();
  }

  /**
   * Returns the number of the namespace {@code name}, or the number for all other namespaces if
   * nothing names it.
   */
  public int namespaceIndex(String name) {
    int index = search(namespaces, Vocabulary::nameOf, name);
    return index < 0 ? otherNamespace() : index;
  }

  /**
   * Returns the value of the key with number {@code key} in namespace {@code index}, whose labels
   * must be known.
   */
  public int namespaceLabel(int index, int key) {
    return namespaceKeys.get(key).indexIn(namespaces.get(index).namespace().labels());
  }

  /** Returns the labels of namespace {@code index}; empty if they are not known. */
  public Optional<LabelSets> knownLabels(int index) {
    return labelsKnown(index)
        ? Optional.of(LabelSets.exactly(namespaceKeys, namespaces.get(index).namespace().labels()))
        : Optional.empty();
  }

  /** Returns the labels of named namespaces whose values are not known. */
  public List<UnknownLabel> unknownLabels() {
    List<UnknownLabel> out = new ArrayList<>();
    for (int namespace = 0; namespace < namespaces.size(); namespace++) {
      for (int key = 0; key < namespaceKeys.size() && !labelsKnown(namespace); key++) {
        out.add(new UnknownLabel(namespace, key));
      }
    }
    return List.copyOf(out);
  }

  /** Returns the namespaces whose name matches a requirement on the name label. */
  public Bits namespacesMatching(Requirement onName) {
    java.util.BitSet bits = new java.util.BitSet();
    for (int i = 0; i < namespaces.size(); i++) {
      String name = namespaces.get(i).namespace().name();
      bits.set(i, onName.matches(java.util.Map.of(Namespace.NAME_LABEL, name)));
    }
    if (otherNamespaces) {
      bits.set(otherNamespace(), otherNamesMatch(onName));
    }
    return Bits.of(bits);
  }

  /**
   * Returns whether the requirement matches all names of other namespaces. Every name that it
   * mentions is a named namespace.
   */
  private static boolean otherNamesMatch(Requirement onName) {
    return switch (onName) {
      case Requirement.In in -> false;
      case Requirement.NotIn notIn -> true;
      case Requirement.Exists exists -> true;
      case Requirement.DoesNotExist absent -> false;
    };
  }

  /** Returns the atoms of {@code family}. */
  public AddressAtoms atoms(Family family) {
    return family == Family.IPV4 ? v4 : v6;
  }

  /** Returns whether pods have addresses of {@code family}. */
  public boolean podsHave(Family family) {
    return !cluster.podAddresses(family).isEmpty();
  }

  /** Returns the atoms of {@code family} in the address range of pods. */
  public Bits podAtoms(Family family) {
    return atoms(family).in(cluster.podAddresses(family));
  }

  /**
   * Returns the numbers that boxes use for the addresses of pods: the atoms of pods. If pods have
   * no addresses of the family, it is the number after the last atom, which stands for this.
   */
  public Bits podAddressNumbers(Family family) {
    return podsHave(family) ? podAtoms(family) : Bits.of(atoms(family).size());
  }

  /** Returns the atoms of {@code family} outside the cluster. */
  public Bits externalAtoms(Family family) {
    return atoms(family).in(cluster.externalAddresses(family));
  }

  /**
   * Returns the atoms of {@code addresses}, which must be one of the sets that the vocabulary was
   * built for.
   */
  public Bits atoms(AddressSet addresses) {
    return atoms(addresses.family()).in(addresses);
  }

  /**
   * Returns the index of {@code key} in {@link #podKeys}.
   *
   * @throws IllegalArgumentException if it is not in the vocabulary
   */
  public int podKey(String key) {
    return indexOf(podKeys, key);
  }

  /**
   * Returns the index of {@code key} in {@link #namespaceKeys}.
   *
   * @throws IllegalArgumentException if it is not in the vocabulary
   */
  public int namespaceKey(String key) {
    return indexOf(namespaceKeys, key);
  }

  private static int indexOf(List<LabelKey> keys, String key) {
    int index = LabelKey.indexOf(keys, key);
    if (index < 0) {
      throw new IllegalArgumentException("no such key: " + key);
    }
    return index;
  }

  /** Returns whether a selector of namespaces has requirements on names only. */
  public static boolean asksOnlyNames(Selector namespaces) {
    return namespaces.requirements().stream()
        .allMatch(requirement -> requirement.key().equals(Namespace.NAME_LABEL));
  }
}
