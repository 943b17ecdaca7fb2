package dev.zonec.verifier.closed;

import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.policy.cluster.ClusterPolicy;
import dev.zonec.verifier.world.World;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which policies govern which classes. */
final class Governing {
  private final World world;
  private final Map<Direction, Isolating> isolating = new EnumMap<>(Direction.class);
  private final ClusterSubjects cluster;

  Governing(World world, Classes classes) {
    this.world = world;
    for (Direction direction : Direction.values()) {
      isolating.put(direction, new Isolating(direction, world.policies(), classes));
    }
    this.cluster = new ClusterSubjects(world.clusterPolicies(), classes);
  }

  /** The numbers of the NetworkPolicies that isolate class {@code c}, ascending. */
  List<Integer> isolating(Direction direction, int c) {
    return Objects.requireNonNull(isolating.get(direction)).of(c);
  }

  Policy policy(int number) {
    return world.policies().get(number);
  }

  /** The cluster-scoped policies that apply to class {@code c}, or may. */
  List<ClusterSubjects.Applying> cluster(int c) {
    return cluster.of(c);
  }

  List<ClusterPolicy> clusterPolicies() {
    return world.clusterPolicies();
  }
}
