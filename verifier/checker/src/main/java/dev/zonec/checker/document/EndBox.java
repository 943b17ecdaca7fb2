package dev.zonec.checker.document;

import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** A box of ends. */
public sealed interface EndBox {
  /** All ends. */
  record Everything() implements EndBox {}

  /**
   * Addresses outside the cluster.
   *
   * @param in the addresses
   * @param unknown the values of undeclared labels for which the box has these ends, by namespace
   *     and label key
   */
  record Addresses(AddressSet in, Map<String, SortedMap<String, ValueSet>> unknown)
      implements EndBox {}

  /**
   * Pods.
   *
   * @param namespaces their namespaces; empty for all
   * @param namespaceLabels the values of labels of their namespaces, by label key
   * @param labels the values of their labels, by label key
   * @param addresses the ranges of their addresses, by address family
   * @param unknown the values of undeclared labels for which the box has these ends, by namespace
   *     and label key
   */
  record Pods(
      Optional<ValueSet> namespaces,
      SortedMap<String, ValueSet> namespaceLabels,
      SortedMap<String, ValueSet> labels,
      Map<Family, AddressSet> addresses,
      Map<String, SortedMap<String, ValueSet>> unknown)
      implements EndBox {}
}
