package dev.zonec.verifier.deployed;

import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet.NamespaceSet;
import java.util.SortedSet;
import java.util.TreeSet;

/** The namespaces of zones, where labels of namespaces may not be known. */
final class ZoneNamespaces {
  private ZoneNamespaces() {}

  /** Whether {@code namespace} may be in the set: one that no manifest declares has any labels. */
  static boolean mayContain(NamespaceSet set, Namespace namespace) {
    return set.contains(namespace)
        || (!namespace.declared()
            && switch (set) {
              case NamespaceSet.Named named -> named.names().contains(namespace.name());
              case NamespaceSet.Selected selected -> true;
            });
  }

  /** Whether {@code namespace} is surely among those of {@code zone}, or is named by it. */
  static boolean contains(Party.Zone zone, Namespace namespace) {
    return zone.pods().terms().stream()
        .anyMatch(
            term ->
                term.namespaces().contains(namespace)
                    || (term.namespaces() instanceof NamespaceSet.Named named
                        && named.names().contains(namespace.name())));
  }

  /** Whether some part of {@code zone} may be in {@code namespace}. */
  static boolean mayContain(Party.Zone zone, Namespace namespace) {
    return zone.pods().terms().stream().anyMatch(term -> mayContain(term.namespaces(), namespace));
  }

  /** The namespaces that {@code zone} names; none of those that it selects by labels. */
  static SortedSet<String> named(Party.Zone zone) {
    SortedSet<String> names = new TreeSet<>();
    zone.pods()
        .terms()
        .forEach(
            term -> {
              switch (term.namespaces()) {
                case NamespaceSet.Named named -> names.addAll(named.names());
                case NamespaceSet.Selected selected -> {}
              }
            });
    return names;
  }
}
