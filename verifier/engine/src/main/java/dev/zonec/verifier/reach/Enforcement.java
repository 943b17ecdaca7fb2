package dev.zonec.verifier.reach;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.Tier;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.program.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Policies and how their open points are resolved: what the search and the encoding make of each.
 *
 * @param policies NetworkPolicies
 * @param clusterPolicies cluster-scoped policies
 * @param nodes the addresses of nodes that are declared
 * @param may whether a rule that may match and may not counts as what allows more; else less
 * @param blocksMatchPods whether an {@code ipBlock} matches pods by their addresses
 * @param tiesAllow whether of tied cluster-scoped policies the one decides that allows most
 * @param baselineSkipped whether the baseline is not asked in a direction in which no NetworkPolicy
 *     isolates the pod, where one does in the other
 */
public record Enforcement(
    List<Policy> policies,
    List<ClusterPolicy> clusterPolicies,
    List<IpAddress> nodes,
    boolean may,
    boolean blocksMatchPods,
    boolean tiesAllow,
    boolean baselineSkipped) {
  /** Copies the lists. */
  public Enforcement {
    policies = List.copyOf(policies);
    clusterPolicies = List.copyOf(clusterPolicies);
    nodes = List.copyOf(nodes);
  }

  /** The policies of {@code world} as {@code reading} has them. */
  public static Enforcement of(World world, Reading reading) {
    return new Enforcement(
        world.policies(),
        world.clusterPolicies(),
        world.nodes().stream().flatMap(node -> node.addresses().stream()).toList(),
        reading.permissive(),
        reading.isPermissive(Knob.IPBLOCK_MATCHES_PODS),
        reading.isPermissive(Knob.EQUAL_PRIORITY_TIES),
        reading.isPermissive(Knob.BASELINE_AFTER_POLICY));
  }

  /** The same with other NetworkPolicies. */
  public Enforcement withPolicies(List<Policy> others) {
    return new Enforcement(
        others, clusterPolicies, nodes, may, blocksMatchPods, tiesAllow, baselineSkipped);
  }

  /** The same with NetworkPolicies only. */
  public Enforcement withoutClusterPolicies() {
    return new Enforcement(
        policies, List.of(), nodes, may, blocksMatchPods, tiesAllow, baselineSkipped);
  }

  /** The tier's policies with rules in {@code direction}, by ascending priority. */
  public List<List<ClusterPolicy>> byPriority(Tier tier, Direction direction) {
    TreeMap<Integer, List<ClusterPolicy>> groups = new TreeMap<>();
    for (ClusterPolicy policy : clusterPolicies) {
      if (policy.tier() == tier && !policy.rules(direction).isEmpty()) {
        groups.computeIfAbsent(policy.priority(), n -> new ArrayList<>()).add(policy);
      }
    }
    return List.copyOf(groups.values());
  }

  /** The addresses of {@code family} outside that nodes may have. */
  public AddressSet nodeAddresses(Family family, Cluster cluster) {
    List<Cidr> known =
        nodes.stream().filter(address -> address.family() == family).map(Cidr::only).toList();
    return cluster.nodeAddresses(family).union(AddressSet.ofCidrs(family, known));
  }
}
