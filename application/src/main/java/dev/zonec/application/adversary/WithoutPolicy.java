package dev.zonec.application.adversary;

import dev.zonec.kubernetes.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A world from which one policy was deleted.
 *
 * @param policy the name of the policy in reports
 * @param world the world without it
 */
record WithoutPolicy(String policy, World world) {
  /** Returns one world for each policy of {@code world}, sorted by the name of the policy. */
  static List<WithoutPolicy> of(World world) {
    List<WithoutPolicy> all = new ArrayList<>();
    world
        .policies()
        .forEach(
            deleted ->
                all.add(
                    new WithoutPolicy(
                        deleted.toString(),
                        world.withPolicies(
                            world.policies().stream()
                                .filter(policy -> !policy.isSame(deleted))
                                .toList()))));
    world
        .clusterPolicies()
        .forEach(
            deleted ->
                all.add(
                    new WithoutPolicy(
                        deleted.toString(),
                        world.withClusterPolicies(
                            world.clusterPolicies().stream()
                                .filter(policy -> !policy.isSame(deleted))
                                .toList()))));
    all.sort(Comparator.comparing(WithoutPolicy::policy));
    return List.copyOf(all);
  }
}
