package dev.zonec.kubernetes.world;

import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.kubernetes.world.service.Entrance;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The world: what the manifests declare.
 *
 * @param namespaces declared namespaces, and those that other objects name ({@link
 *     Namespace#declared()} distinguishes them), sorted by name
 * @param workloads the workloads, sorted by namespace, name and kind
 * @param nodes the nodes, sorted by name
 * @param policies every NetworkPolicy, sorted by namespace and name
 * @param clusterPolicies every cluster-scoped policy, sorted by tier, priority and name
 * @param services every Service, sorted by namespace and name
 * @param entrances every Ingress and route, sorted by namespace, name and kind
 * @param sightings the addresses of the cluster that objects show
 */
public record World(
    List<Namespace> namespaces,
    List<Workload> workloads,
    List<Endpoint.Node> nodes,
    List<Policy> policies,
    List<ClusterPolicy> clusterPolicies,
    List<ServiceEntry> services,
    List<Entrance> entrances,
    List<AddressSighting> sightings) {
  /** Copies the lists. */
  public World {
    namespaces = List.copyOf(namespaces);
    workloads = List.copyOf(workloads);
    nodes = List.copyOf(nodes);
    policies = List.copyOf(policies);
    clusterPolicies = List.copyOf(clusterPolicies);
    services = List.copyOf(services);
    entrances = List.copyOf(entrances);
    sightings = List.copyOf(sightings);
  }

  /** Creates a world without Services. */
  public World(
      List<Namespace> namespaces,
      List<Workload> workloads,
      List<Endpoint.Node> nodes,
      List<Policy> policies,
      List<ClusterPolicy> clusterPolicies) {
    this(namespaces, workloads, nodes, policies, clusterPolicies, List.of(), List.of(), List.of());
  }

  /** Creates a world without workloads. */
  public static World of(List<Namespace> namespaces, List<Policy> policies) {
    return new World(namespaces, List.of(), List.of(), policies, List.of());
  }

  /** Returns the rules of all policies. Each call computes them anew. */
  public PolicySet rules() {
    return PolicySet.of(policies, clusterPolicies);
  }

  /** Returns the names of the workloads, such as {@code shop/web}, each once. */
  public List<String> workloadNames() {
    return workloads.stream()
        .map(workload -> workload.namespace() + "/" + workload.whole())
        .distinct()
        .toList();
  }

  /** Returns a copy with other workloads. */
  public World withWorkloads(List<Workload> others) {
    return new World(
        namespaces, others, nodes, policies, clusterPolicies, services, entrances, sightings);
  }

  /** Returns a copy with other NetworkPolicies. */
  public World withPolicies(List<Policy> others) {
    return new World(
        namespaces, workloads, nodes, others, clusterPolicies, services, entrances, sightings);
  }

  /** Returns a copy with other cluster-scoped policies. */
  public World withClusterPolicies(List<ClusterPolicy> others) {
    return new World(
        namespaces, workloads, nodes, policies, others, services, entrances, sightings);
  }

  /**
   * Returns a copy in which the namespaces of {@code others} that the world does not declare are
   * declared as in {@code others}.
   */
  public World declaring(List<Namespace> others) {
    Map<String, Namespace> all = new TreeMap<>();
    namespaces.forEach(namespace -> all.put(namespace.name(), namespace));
    for (Namespace other : others) {
      if (other.declared()) {
        all.merge(other.name(), other, (own, known) -> own.declared() ? own : known);
      }
    }
    return new World(
        List.copyOf(all.values()),
        workloads.stream()
            .map(
                w ->
                    new Workload(
                        w.pod().in(all.getOrDefault(w.namespace(), w.pod().namespace())),
                        w.kind(),
                        w.name(),
                        w.span()))
            .toList(),
        nodes,
        policies,
        clusterPolicies,
        services,
        entrances,
        sightings);
  }

  /** Returns a copy in which namespaces that no manifest declares have only the name label. */
  public World withNamespacesDeclared() {
    return new World(
        namespaces.stream().map(World::declared).toList(),
        workloads.stream()
            .map(
                w ->
                    new Workload(
                        w.pod().in(declared(w.pod().namespace())), w.kind(), w.name(), w.span()))
            .toList(),
        nodes,
        policies,
        clusterPolicies,
        services,
        entrances,
        sightings);
  }

  private static Namespace declared(Namespace namespace) {
    return namespace.declared()
        ? namespace
        : Namespace.declared(namespace.name(), namespace.labels());
  }
}
