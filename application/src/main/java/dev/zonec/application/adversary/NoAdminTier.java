package dev.zonec.application.adversary;

import dev.zonec.kubernetes.policy.cluster.Tier;
import dev.zonec.kubernetes.world.World;

/** Removes the cluster-scoped policies of the Admin tier. */
final class NoAdminTier {
  private NoAdminTier() {}

  /** Whether {@code world} has such policies. */
  static boolean changes(World world) {
    return world.clusterPolicies().stream().anyMatch(policy -> policy.tier() == Tier.ADMIN);
  }

  /** Returns {@code world} without these policies. */
  static World of(World world) {
    return world.withClusterPolicies(
        world.clusterPolicies().stream().filter(policy -> policy.tier() != Tier.ADMIN).toList());
  }
}
