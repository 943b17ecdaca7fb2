package dev.zonec.verifier.world;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.policy.cluster.ClusterPolicy;
import java.util.List;

/**
 * What the manifests declare.
 *
 * @param namespaces declared namespaces, and those that other objects name ({@link
 *     Namespace#declared()} tells), sorted by name
 * @param workloads what runs, sorted by namespace, name and kind
 * @param nodes the nodes, sorted by name
 * @param policies every NetworkPolicy, sorted by namespace and name
 * @param clusterPolicies every cluster-scoped policy, sorted by tier, priority and name
 */
public record World(
    List<Namespace> namespaces,
    List<Workload> workloads,
    List<Endpoint.Node> nodes,
    List<Policy> policies,
    List<ClusterPolicy> clusterPolicies) {
  /** Copies the lists. */
  public World {
    namespaces = List.copyOf(namespaces);
    workloads = List.copyOf(workloads);
    nodes = List.copyOf(nodes);
    policies = List.copyOf(policies);
    clusterPolicies = List.copyOf(clusterPolicies);
  }

  /** A world in which nothing runs yet. */
  public static World of(List<Namespace> namespaces, List<Policy> policies) {
    return new World(namespaces, List.of(), List.of(), policies, List.of());
  }

  /** The same with other NetworkPolicies. */
  public World withPolicies(List<Policy> others) {
    return new World(namespaces, workloads, nodes, others, clusterPolicies);
  }

  /** The same with other cluster-scoped policies. */
  public World withClusterPolicies(List<ClusterPolicy> others) {
    return new World(namespaces, workloads, nodes, policies, others);
  }
}
