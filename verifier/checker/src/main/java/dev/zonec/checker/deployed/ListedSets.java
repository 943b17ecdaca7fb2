package dev.zonec.checker.deployed;

import dev.zonec.checker.document.EndBox;
import dev.zonec.checker.document.EndSet;
import dev.zonec.checker.document.ValueSet;
import dev.zonec.checker.mention.Mentions;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.IpAddress;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Whether a set of a certificate contains an end (spec/certificates.md, Invariants).
 *
 * @param mentions what policies and the program mention; all other values are <em>others</em>
 */
record ListedSets(Mentions mentions) {
  /** Whether {@code set} contains {@code end}, which is a target or not. */
  boolean contains(EndSet set, Endpoint end, boolean isTarget) {
    boolean inBoxes = set.boxes().stream().anyMatch(box -> contains(box, end));
    return switch (set) {
      case EndSet.In in -> inBoxes;
      case EndSet.NotIn notIn -> !inBoxes && !isTarget;
    };
  }

  private boolean contains(EndBox box, Endpoint end) {
    return switch (box) {
      case EndBox.Everything everything -> true;
      case EndBox.Addresses(var addresses, var unknown) ->
          end instanceof Endpoint.External(IpAddress address)
              && addresses.contains(address)
              && haveNoLabels(unknown);
      case EndBox.Pods pods -> end instanceof Endpoint.Pod pod && contains(pods, pod);
    };
  }

  private boolean contains(EndBox.Pods box, Endpoint.Pod pod) {
    return box.namespaces().map(names -> containsName(names, pod.namespace().name())).orElse(true)
        && haveLabels(box.namespaceLabels(), pod.namespace().labels(), mentions.namespaceLabels())
        && haveLabels(box.labels(), pod.labels(), mentions.podLabels())
        && pod.addresses().stream()
            .allMatch(
                address ->
                    Optional.ofNullable(box.addresses().get(address.family()))
                        .map(set -> set.contains(address))
                        .orElse(true))
        && haveNoLabels(box.unknown());
  }

  private boolean containsName(ValueSet names, String name) {
    return mentions.names(name) ? names.values().contains(name) : names.others();
  }

  private static boolean haveLabels(
      SortedMap<String, ValueSet> sets,
      Map<String, String> labels,
      SortedMap<String, SortedSet<String>> mentioned) {
    return sets.entrySet().stream()
        .allMatch(
            set -> {
              String value = labels.get(set.getKey());
              if (value == null) {
                return set.getValue().absent();
              }
              return mentioned
                      .getOrDefault(set.getKey(), Collections.emptySortedSet())
                      .contains(value)
                  ? set.getValue().values().contains(value)
                  : set.getValue().others();
            });
  }

  /** Whether the sets contain the labels of namespaces that are not declared, which have none. */
  private static boolean haveNoLabels(Map<String, SortedMap<String, ValueSet>> unknown) {
    return unknown.values().stream()
        .flatMap(labels -> labels.values().stream())
        .allMatch(ValueSet::absent);
  }
}
