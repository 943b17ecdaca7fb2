package dev.zonec.verifier.deployed;

import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet.NamespaceSet;
import java.util.SortedSet;
import java.util.TreeSet;

/** Tests whether namespaces belong to zones when labels of namespaces may be unknown. */
final class ZoneNamespaces {
  private ZoneNamespaces() {}

  /** Whether {@code namespace} may be in the set. An undeclared namespace can have any labels. */
  static boolean mayContain(NamespaceSet set, Namespace namespace) {
    return set.contains(namespace)
        || (!namespace.declared()
            && switch (set) {
              case NamespaceSet.Named named -> named.names().contains(namespace.name());
              case NamespaceSet.Selected selected -> true;
            });
  }

  /** Whether {@code zone} certainly has pods in {@code namespace}, or names it. */
  static boolean contains(Party.Zone zone, Namespace namespace) {
    return zone.pods().terms().stream()
        .anyMatch(
            term ->
                term.namespaces().contains(namespace)
                    || (term.namespaces() instanceof NamespaceSet.Named named
                        && named.names().contains(namespace.name())));
  }

  /** Whether {@code zone} may have pods in {@code namespace}. */
  static boolean mayContain(Party.Zone zone, Namespace namespace) {
    return zone.pods().terms().stream().anyMatch(term -> mayContain(term.namespaces(), namespace));
  }

  /**
   * Returns the namespaces that {@code zone} names, without the namespaces that it selects by
   * labels only.
   */
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
