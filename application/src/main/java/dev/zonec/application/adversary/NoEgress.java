package dev.zonec.application.adversary;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.world.World;
import java.util.List;
import java.util.Optional;

/** Removes egress from all policies: no policy isolates a pod in this direction, or denies it. */
final class NoEgress {
  private NoEgress() {}

  /** Returns {@code world} without the egress of its policies. */
  static World of(World world) {
    return world
        .withPolicies(
            world.policies().stream()
                .map(
                    policy ->
                        policy.directions().contains(Direction.EGRESS)
                            ? policy.without(Direction.EGRESS)
                            : Optional.of(policy))
                .flatMap(Optional::stream)
                .toList())
        .withClusterPolicies(
            world.clusterPolicies().stream()
                .map(policy -> policy.withRules(Direction.EGRESS, List.of()))
                .toList());
  }
}
