package dev.zonec.verifier.closed.subject;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.world.World;
import dev.zonec.verifier.closed.equivalence.EquivalenceClasses;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The policies that apply to each class. */
public final class GoverningPolicies {
  private final World world;
  private final Map<Direction, IsolatingPolicies> isolating = new EnumMap<>(Direction.class);
  private final ClusterPolicySubjects cluster;

  public GoverningPolicies(World world, EquivalenceClasses classes) {
    this.world = world;
    for (Direction direction : Direction.values()) {
      isolating.put(direction, new IsolatingPolicies(direction, world.policies(), classes));
    }
    this.cluster = new ClusterPolicySubjects(world.clusterPolicies(), classes);
  }

  /** Returns the numbers of the NetworkPolicies that isolate class {@code c}, ascending. */
  public List<Integer> isolating(Direction direction, int c) {
    return Objects.requireNonNull(isolating.get(direction)).of(c);
  }

  public Policy policy(int number) {
    return world.policies().get(number);
  }

  /** Returns the cluster-scoped policies that apply, or may apply, to class {@code c}. */
  public List<ClusterPolicySubjects.Applying> cluster(int c) {
    return cluster.of(c);
  }

  public List<ClusterPolicy> clusterPolicies() {
    return world.clusterPolicies();
  }
}
