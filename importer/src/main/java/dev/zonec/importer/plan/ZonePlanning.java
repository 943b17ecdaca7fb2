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
 * Plans the zones: the pods that policies select, and within them the peers that flows name. A zone
 * is nested in the smallest other zone that contains it.
 */
final class ZonePlanning {
  private final Map<PodCube, List<Policy>> subjects;
  private final Set<PodCube> zones;
  private final Runnable onStep;
  private final Map<PodCube, Set<Direction>> denied = new LinkedHashMap<>();

  /**
   * @param onStep run before each zone that is placed
   */
  ZonePlanning(Map<PodCube, List<Policy>> subjects, Runnable onStep) {
    this.subjects = subjects;
    this.onStep = onStep;
    this.zones = new LinkedHashSet<>(subjects.keySet());
  }

  /** Whether a policy selects all of {@code pods}, so that they can be a zone. */
  boolean isInside(PodCube pods) {
    return subjects.keySet().stream().anyMatch(subject -> subject.contains(pods));
  }

  /**
   * Returns the directions in which policies isolate all of {@code pods}.
   *
   * @param pods a set for which {@link #isInside} holds
   */
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

  /**
   * Returns {@code pods} as a zone.
   *
   * @param pods a set for which {@link #isInside} holds
   */
  End zone(PodCube pods) {
    zones.add(pods);
    return new End.InZone(pods);
  }

  /** Returns all zones, each after the zone that contains it. */
  List<PlannedZone> plan() {
    List<PodCube> bySize = new ArrayList<>(zones);
    // A set that contains another requires no more labels than it, and fewer labels or more values.
    bySize.sort(Comparator.comparingInt(PodCube::size));
    Map<PodCube, PlannedZone> planned = new LinkedHashMap<>();
    bySize.forEach(cube -> place(cube, planned));
    return List.copyOf(planned.values());
  }

  private void place(PodCube pods, Map<PodCube, PlannedZone> planned) {
    if (planned.containsKey(pods)) {
      return;
    }
    onStep.run();
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
