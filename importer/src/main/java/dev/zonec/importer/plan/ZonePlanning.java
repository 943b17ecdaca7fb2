package dev.zonec.importer.plan;

import dev.zonec.importer.set.PodCube;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The zones: whom policies select, and inside of them the peers that flows name. A zone lies in the
 * narrowest other one that holds it.
 */
final class ZonePlanning {
  private final Map<PodCube, List<Policy>> subjects;
  private final Set<PodCube> zones;
  private final Map<PodCube, Set<Direction>> denied = new LinkedHashMap<>();

  ZonePlanning(Map<PodCube, List<Policy>> subjects) {
    this.subjects = subjects;
    this.zones = new LinkedHashSet<>(subjects.keySet());
  }

  /** Whether some policy selects all of {@code pods}, so that they can be a zone. */
  boolean isInside(PodCube pods) {
    return subjects.keySet().stream().anyMatch(subject -> subject.contains(pods));
  }

  /** The directions in which policies isolate all of {@code pods}, which lie inside. */
  Set<Direction> denied(PodCube pods) {
    return denied.computeIfAbsent(
        pods,
        cube -> {
          Set<Direction> directions = EnumSet.noneOf(Direction.class);
          subjects.forEach(
              (subject, policies) -> {
                if (subject.contains(cube)) {
                  policies.forEach(policy -> directions.addAll(policy.directions()));
                }
              });
          return directions;
        });
  }

  /** {@code pods}, which lie inside, as an end. */
  End zone(PodCube pods) {
    zones.add(pods);
    return new End.InZone(pods);
  }

  /** All zones, each after the one around it. */
  List<PlannedZone> plan() {
    List<PodCube> bySize = new ArrayList<>(zones);
    // What holds another asks for no more labels, and for fewer or for more values.
    bySize.sort(Comparator.comparingInt(PodCube::size));
    Map<PodCube, PlannedZone> planned = new LinkedHashMap<>();
    bySize.forEach(cube -> place(cube, planned));
    return List.copyOf(planned.values());
  }

  private void place(PodCube pods, Map<PodCube, PlannedZone> planned) {
    if (planned.containsKey(pods)) {
      return;
    }
    Optional<PodCube> parent = parent(pods);
    parent.ifPresent(around -> place(around, planned));
    planned.put(
        pods, new PlannedZone(pods, parent, denied(pods), subjects.getOrDefault(pods, List.of())));
  }

  private Optional<PodCube> parent(PodCube pods) {
    List<PodCube> around =
        zones.stream().filter(zone -> !zone.equals(pods) && zone.contains(pods)).toList();
    return around.stream()
        .filter(
            zone -> around.stream().noneMatch(other -> !other.equals(zone) && zone.contains(other)))
        .max(Comparator.comparingInt(PodCube::size).thenComparing(PodCube::toString));
  }
}
