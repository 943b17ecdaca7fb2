package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.rules.Ends;
import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.kubernetes.world.service.Backing;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The requirements on pods' labels of all selectors: of policies, of Services, and of the program
 * or the question. Labels of namespaces are not included.
 *
 * <p>A label distinguishes two pods only if some requirement is met by one of its values and not by
 * the other. A value is therefore represented by the set of requirements that it meets.
 */
final class SelectorLabels {
  private final Map<String, Set<Requirement>> byKey = new LinkedHashMap<>();
  private final Map<String, Span> firstSpans = new LinkedHashMap<>();
  private final Map<String, Map<Optional<String>, BitSet>> met = new HashMap<>();

  private void add(Ends ends) {
    switch (ends) {
      case Ends.Pods pods -> add(pods.pods(), pods.span());
      case Ends.Addresses addresses -> {}
      case Ends.Nodes nodes -> {}
      case Ends.OwnNode own -> {}
      case Ends.Anyone anyone -> {}
      case Ends.DomainNames names -> {}
    }
  }

  void add(ServiceEntry service) {
    switch (service.backing()) {
      case Backing.Selected selected -> add(selected.pods(), service.span());
      case Backing.Listed listed -> {}
      case Backing.Alias alias -> {}
    }
  }

  void addAll(Collection<Selector> selectors) {
    selectors.forEach(this::add);
  }

  private void add(Selector selector, Span span) {
    add(selector);
    selector.requirements().forEach(r -> firstSpans.putIfAbsent(r.key(), span));
  }

  private void add(Selector selector) {
    for (Requirement requirement : selector.requirements()) {
      byKey.computeIfAbsent(requirement.key(), key -> new LinkedHashSet<>()).add(requirement);
    }
  }

  boolean contains(String key) {
    return byKey.containsKey(key);
  }

  /**
   * Returns the span of the first selector of the manifests that uses {@code key}, if there is one.
   */
  Optional<Span> span(String key) {
    return Optional.ofNullable(firstSpans.get(key));
  }

  /** Whether some requirement depends on the value of {@code key}, not only on its presence. */
  boolean comparesValues(String key) {
    return !values(key).isEmpty();
  }

  /** Returns the values that requirements mention. */
  Set<String> values(String key) {
    Set<String> values = new TreeSet<>();
    for (Requirement requirement : byKey.getOrDefault(key, Set.of())) {
      switch (requirement) {
        case Requirement.In in -> values.addAll(in.values());
        case Requirement.NotIn notIn -> values.addAll(notIn.values());
        case Requirement.Exists exists -> {}
        case Requirement.DoesNotExist doesNotExist -> {}
      }
    }
    return values;
  }

  /**
   * Returns the signature of a pod with {@code labels}. Pods with equal signatures meet the same
   * requirements. A key is left out if its value meets the same requirements as its absence.
   */
  SortedMap<String, BitSet> signature(Map<String, String> labels) {
    SortedMap<String, BitSet> look = new TreeMap<>();
    labels.forEach(
        (key, value) -> {
          if (contains(key)) {
            BitSet requirements = met(key, Optional.of(value));
            if (!requirements.equals(met(key, Optional.empty()))) {
              look.put(key, requirements);
            }
          }
        });
    return look;
  }

  private BitSet met(String key, Optional<String> value) {
    return met.computeIfAbsent(key, k -> new HashMap<>())
        .computeIfAbsent(
            value,
            v -> {
              Map<String, String> labels = v.map(text -> Map.of(key, text)).orElse(Map.of());
              BitSet requirements = new BitSet();
              int index = 0;
              for (Requirement requirement : byKey.getOrDefault(key, Set.of())) {
                requirements.set(index++, requirement.matches(labels));
              }
              return requirements;
            });
  }

  /** Returns the keys of {@code among} that selectors use. */
  Set<String> keysAmong(Collection<String> among) {
    Set<String> asked = new TreeSet<>(among);
    asked.retainAll(byKey.keySet());
    return asked;
  }

  /** Collects the requirements of all selectors. */
  static SelectorLabels of(
      PolicySet rules, List<ServiceEntry> services, Collection<Selector> others) {
    SelectorLabels asked = new SelectorLabels();
    rules.ends().forEach(asked::add);
    services.forEach(asked::add);
    asked.addAll(others);
    return asked;
  }
}
