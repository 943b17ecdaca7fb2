package dev.zonec.compiler.check;

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
 * The pairs of zones that may overlap.
 *
 * <p>Programs mostly tell zones apart by the values of one label. Zones that all pin it are paired
 * only where they share a value, so that thousands of zones do not make millions of pairs.
 */
final class OverlapCandidates {
  /** Whatever the order of the sources. */
  private static final Comparator<Party.Zone> BY_PLACE =
      Comparator.<Party.Zone, String>comparing(zone -> zone.origin().source().name())
          .thenComparingInt(zone -> zone.origin().start());

  private OverlapCandidates() {}

  /** Two zones, the one that is declared first in front. */
  record Pair(Party.Zone first, Party.Zone second) {}

  /** Every pair of {@code zones} that could share a pod, and perhaps others. */
  static List<Pair> among(List<Party.Zone> zones) {
    Optional<String> key = commonestKey(zones);
    Set<List<Integer>> pairs = new LinkedHashSet<>();
    Map<String, List<Integer>> byValue = new HashMap<>();
    List<Integer> free = new ArrayList<>();
    for (int i = 0; i < zones.size(); i++) {
      Set<String> values = new TreeSet<>();
      if (key.isPresent() && pins(zones.get(i), key.get(), values)) {
        for (String value : values) {
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

  /** Whether every pod of {@code zone} has the key with one of {@code values}, which it fills. */
  private static boolean pins(Party.Zone zone, String key, Set<String> values) {
    for (PodSet.Term term : zone.pods().terms()) {
      Optional<Requirement.In> pin = pins(term).filter(in -> in.key().equals(key)).findFirst();
      if (pin.isEmpty()) {
        return false;
      }
      values.addAll(pin.get().values());
    }
    return true;
  }

  private static Optional<String> commonestKey(List<Party.Zone> zones) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Party.Zone zone : zones) {
      zone.pods().terms().stream()
          .flatMap(OverlapCandidates::pins)
          .map(Requirement.In::key)
          .distinct()
          .forEach(key -> counts.merge(key, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .max(Comparator.comparingInt(Map.Entry::getValue))
        .map(Map.Entry::getKey);
  }

  private static Stream<Requirement.In> pins(PodSet.Term term) {
    return term.pods().requirements().stream()
        .filter(Requirement.In.class::isInstance)
        .map(Requirement.In.class::cast);
  }
}
