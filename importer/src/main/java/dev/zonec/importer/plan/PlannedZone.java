package dev.zonec.importer.plan;

import dev.zonec.importer.set.PodCube;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A zone that has no name yet.
 *
 * @param pods its pods
 * @param parent the zone that contains it
 * @param denied the directions in which policies isolate all of its pods
 * @param policies the policies that select exactly its pods; empty if it is only a peer
 */
public record PlannedZone(
    PodCube pods, Optional<PodCube> parent, Set<Direction> denied, List<Policy> policies) {
  /** Copies the collections. */
  public PlannedZone {
    denied = Set.copyOf(denied);
    policies = List.copyOf(policies);
  }
}
