package dev.zonec.verifier.quotient;

import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.program.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Everything that policies and a program can tell apart.
 *
 * @param namespaces the named namespaces, sorted by name
 * @param otherNamespaces whether there may be namespaces with other names
 * @param namespaceKeys the label keys that selectors ask of namespaces, but for the name label,
 *     sorted
 * @param podKeys the label keys that selectors ask of pods, sorted
 * @param v4 IPv4 addresses
 * @param v6 IPv6 addresses
 * @param cluster where pods have their addresses
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
    // They are searched by halves.
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

  /** The index of what is called {@code name}; negative if nothing is. */
  private static <T> int search(List<T> items, Function<T, String> nameOf, String name) {
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

  /** How many values a namespace has: each named one, and any other. */
  public int namespaceCount() {
    return namespaces.size() + (otherNamespaces ? 1 : 0);
  }

  /** The number of the namespaces with other names, if there may be any. */
  public int otherNamespace() {
    return namespaces.size();
  }

  /** Whether {@code index} stands for a named namespace. */
  public boolean isNamed(int index) {
    return index < namespaces.size();
  }

  /** Whether the labels of the namespace are fixed: it is named and has no unknown labels. */
  public boolean labelsKnown(int index) {
    return isNamed(index) && namespaces.get(index).labelsKnown();
  }

  /** The number of namespace {@code name}; the other namespaces' where nothing names it. */
  public int namespaceIndex(String name) {
    int index = search(namespaces, Vocabulary::nameOf, name);
    return index < 0 ? otherNamespace() : index;
  }

  /** The value of key {@code key} of namespaces in the closed namespace {@code index}. */
  public int namespaceLabel(int index, int key) {
    return namespaceKeys.get(key).indexIn(namespaces.get(index).namespace().labels());
  }

  /** The labels of named namespaces that no manifest declares. */
  public List<UnknownLabel> unknownLabels() {
    List<UnknownLabel> out = new ArrayList<>();
    for (int namespace = 0; namespace < namespaces.size(); namespace++) {
      for (int key = 0; key < namespaceKeys.size() && !labelsKnown(namespace); key++) {
        out.add(new UnknownLabel(namespace, key));
      }
    }
    return List.copyOf(out);
  }

  /** The namespaces whose name meets a requirement on the name label. */
  public Bits namespacesMatching(Requirement onName) {
    java.util.BitSet bits = new java.util.BitSet();
    for (int i = 0; i < namespaces.size(); i++) {
      String name = namespaces.get(i).namespace().name();
      bits.set(i, onName.matches(java.util.Map.of(Namespace.NAME_LABEL, name)));
    }
    if (otherNamespaces) {
      bits.set(otherNamespace(), otherNamesMeet(onName));
    }
    return Bits.of(bits);
  }

  /** Every value that a requirement on the name label mentions is a named namespace. */
  private static boolean otherNamesMeet(Requirement onName) {
    return switch (onName) {
      case Requirement.In in -> false;
      case Requirement.NotIn notIn -> true;
      case Requirement.Exists exists -> true;
      case Requirement.DoesNotExist absent -> false;
    };
  }

  /** The atoms of {@code family}. */
  public AddressAtoms atoms(Family family) {
    return family == Family.IPV4 ? v4 : v6;
  }

  /** Whether pods have addresses of {@code family} at all. */
  public boolean podsHave(Family family) {
    return !cluster.podAddresses(family).isEmpty();
  }

  /** The atoms of {@code family} that pods may have addresses in. */
  public Bits podAtoms(Family family) {
    return atoms(family).in(cluster.podAddresses(family));
  }

  /** The atoms of {@code family} that lie outside the cluster. */
  public Bits externalAtoms(Family family) {
    return atoms(family).in(cluster.externalAddresses(family));
  }

  /** The atoms of {@code addresses}, one of the sets that the vocabulary was made for. */
  public Bits atoms(AddressSet addresses) {
    return atoms(addresses.family()).in(addresses);
  }

  /** The index of a key of pods. */
  public int podKey(String key) {
    return indexOf(podKeys, key);
  }

  /** The index of a key of namespaces. */
  public int namespaceKey(String key) {
    return indexOf(namespaceKeys, key);
  }

  private static int indexOf(List<LabelKey> keys, String key) {
    int index = search(keys, LabelKey::key, key);
    if (index < 0) {
      throw new IllegalArgumentException("no such key: " + key);
    }
    return index;
  }

  /** Whether a selector of namespaces asks for anything but names. */
  public static boolean asksOnlyNames(Selector namespaces) {
    return namespaces.requirements().stream()
        .allMatch(requirement -> requirement.key().equals(Namespace.NAME_LABEL));
  }
}
