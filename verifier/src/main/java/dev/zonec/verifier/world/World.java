package dev.zonec.verifier.world;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.policy.cluster.ClusterPolicy;
import dev.zonec.verifier.world.service.Entrance;
import dev.zonec.verifier.world.service.ServiceEntry;
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
 * @param services every Service, sorted by namespace and name
 * @param entrances every Ingress and route, sorted by namespace, name and kind
 */
public record World(
    List<Namespace> namespaces,
    List<Workload> workloads,
    List<Endpoint.Node> nodes,
    List<Policy> policies,
    List<ClusterPolicy> clusterPolicies,
    List<ServiceEntry> services,
    List<Entrance> entrances) {
  /** Copies the lists. */
  public World {
    namespaces = List.copyOf(namespaces);
    workloads = List.copyOf(workloads);
    nodes = List.copyOf(nodes);
    policies = List.copyOf(policies);
    clusterPolicies = List.copyOf(clusterPolicies);
    services = List.copyOf(services);
    entrances = List.copyOf(entrances);
  }

  /** A world without Services. */
  public World(
      List<Namespace> namespaces,
      List<Workload> workloads,
      List<Endpoint.Node> nodes,
      List<Policy> policies,
      List<ClusterPolicy> clusterPolicies) {
    this(namespaces, workloads, nodes, policies, clusterPolicies, List.of(), List.of());
  }

  /** A world in which nothing runs yet. */
  public static World of(List<Namespace> namespaces, List<Policy> policies) {
    return new World(namespaces, List.of(), List.of(), policies, List.of());
  }

  /** The same with other NetworkPolicies. */
  public World withPolicies(List<Policy> others) {
    return new World(namespaces, workloads, nodes, others, clusterPolicies, services, entrances);
  }

  /** The same with other cluster-scoped policies. */
  public World withClusterPolicies(List<ClusterPolicy> others) {
    return new World(namespaces, workloads, nodes, policies, others, services, entrances);
  }
}
