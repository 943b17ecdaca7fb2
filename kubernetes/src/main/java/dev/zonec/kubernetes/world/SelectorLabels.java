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
 * Everything that is asked of pods' labels: by policies, by Services, and by who else gives
 * selectors. Labels of namespaces are another matter and not among it.
 *
 * <p>Two pods are told apart by a label only if some requirement tells its values apart. So each
 * value is known by the requirements that it meets.
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

  /** Where {@code key} is asked for in the manifests, if it is. */
  Optional<Span> span(String key) {
    return Optional.ofNullable(firstSpans.get(key));
  }

  /** Whether more is asked of {@code key} than whether it is there. */
  boolean comparesValues(String key) {
    return !values(key).isEmpty();
  }

  /** The values that are asked for. */
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
   * What tells a pod with {@code labels} from others: two pods agree on it iff they meet the same
   * requirements. A key is in it unless its value meets what its absence would.
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

  /** The keys that are asked for, of {@code among}. */
  Set<String> keysAmong(Collection<String> among) {
    Set<String> asked = new TreeSet<>(among);
    asked.retainAll(byKey.keySet());
    return asked;
  }

  /** All that is asked in a world of these. */
  static SelectorLabels of(
      PolicySet rules, List<ServiceEntry> services, Collection<Selector> others) {
    SelectorLabels asked = new SelectorLabels();
    rules.ends().forEach(asked::add);
    services.forEach(asked::add);
    asked.addAll(others);
    return asked;
  }
}
