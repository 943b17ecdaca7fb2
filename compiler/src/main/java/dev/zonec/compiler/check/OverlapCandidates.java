package dev.zonec.compiler.check;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the pairs of zones that can overlap.
 *
 * <p>Most zones differ in the name of their namespace or in the value of one label. Zones that
 * require values of the same label, or of the namespace's name, are paired only if they share a
 * value. This avoids millions of pairs for thousands of zones. The label with the fewest remaining
 * pairs is used.
 */
final class OverlapCandidates {
  /** An order that does not depend on the order of the sources. */
  private static final Comparator<Party.Zone> BY_PLACE =
      Comparator.<Party.Zone, String>comparing(zone -> zone.span().source().name())
          .thenComparingInt(zone -> zone.span().start());

  /** The greatest number of labels that are tried; the labels that most zones require. */
  private static final int MOST_LABELS = 8;

  private OverlapCandidates() {}

  /** Two zones; the one that is declared first is {@code first}. */
  record Pair(Party.Zone first, Party.Zone second) {}

  /** A property of pods whose values zones can require. */
  private sealed interface Axis {
    /** Returns the values that the term allows; empty if it allows any. */
    Optional<Set<String>> values(PodSet.Term term);

    /** The name of the namespace. */
    record NamespaceName() implements Axis {
      @Override
      public Optional<Set<String>> values(PodSet.Term term) {
        return term.namespaces() instanceof PodSet.NamespaceSet.Named(var names, var labels)
            ? Optional.of(names)
            : Optional.empty();
      }
    }

    /** A label of the pod. */
    record Label(String key) implements Axis {
      @Override
      public Optional<Set<String>> values(PodSet.Term term) {
        return pins(term)
            .filter(in -> in.key().equals(key))
            .findFirst()
            .map(Requirement.In::values);
      }
    }
  }

  /** Returns every pair of {@code zones} that could share a pod, and possibly other pairs. */
  static List<Pair> among(List<Party.Zone> zones) {
    List<Optional<Set<String>>> pinned =
        axes(zones).stream()
            .map(axis -> zones.stream().map(zone -> values(zone, axis)).toList())
            .min(Comparator.comparingLong(OverlapCandidates::pairs))
            .orElseThrow();
    Set<List<Integer>> pairs = new LinkedHashSet<>();
    Map<String, List<Integer>> byValue = new HashMap<>();
    List<Integer> free = new ArrayList<>();
    for (int i = 0; i < zones.size(); i++) {
      Deadline.check();
      if (pinned.get(i).isPresent()) {
        for (String value : pinned.get(i).get()) {
          List<Integer> same = byValue.computeIfAbsent(value, v -> new ArrayList<>());
          for (int other : same) {
            pairs.add(List.of(other, i));
          }
          same.add(i);
        }
        for (int other : free) {
          pairs.add(List.of(other, i));
        }
      } else {
        for (int other = 0; other < i; other++) {
          pairs.add(List.of(other, i));
        }
        free.add(i);
      }
    }
    return pairs.stream().map(p -> pair(zones.get(p.get(0)), zones.get(p.get(1)))).toList();
  }

  private static Pair pair(Party.Zone a, Party.Zone b) {
    return BY_PLACE.compare(a, b) > 0 ? new Pair(b, a) : new Pair(a, b);
  }

  /**
   * Returns the number of pairs that share a value. A pair that shares several values is counted
   * for each.
   */
  private static long pairs(List<Optional<Set<String>>> pinned) {
    Map<String, Long> counts = new HashMap<>();
    long free = 0;
    for (Optional<Set<String>> values : pinned) {
      values.ifPresent(some -> some.forEach(value -> counts.merge(value, 1L, Long::sum)));
      free += values.isEmpty() ? 1 : 0;
    }
    return free * pinned.size() + counts.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
  }

  /** Returns the values that the zone allows; empty if one of its terms allows any. */
  private static Optional<Set<String>> values(Party.Zone zone, Axis axis) {
    Set<String> all = new TreeSet<>();
    for (PodSet.Term term : zone.pods().terms()) {
      Optional<Set<String>> some = axis.values(term);
      if (some.isEmpty()) {
        return some;
      }
      all.addAll(some.get());
    }
    return Optional.of(all);
  }

  private static List<Axis> axes(List<Party.Zone> zones) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Party.Zone zone : zones) {
      zone.pods().terms().stream()
          .flatMap(OverlapCandidates::pins)
          .map(Requirement.In::key)
          .distinct()
          .forEach(key -> counts.merge(key, 1, Integer::sum));
    }
    Stream<Axis> labels =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(MOST_LABELS)
            .map(entry -> new Axis.Label(entry.getKey()));
    return Stream.concat(Stream.of(new Axis.NamespaceName()), labels).toList();
  }

  private static Stream<Requirement.In> pins(PodSet.Term term) {
    return term.pods().requirements().stream()
        .filter(Requirement.In.class::isInstance)
        .map(Requirement.In.class::cast);
  }
}
