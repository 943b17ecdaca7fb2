package dev.zonec.verifier.world;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.verifier.policy.Policy;
import java.util.List;

/**
 * What the manifests declare.
 *
 * @param namespaces declared namespaces, and those that other objects name ({@link
 *     Namespace#declared()} tells), sorted by name
 * @param workloads what runs, sorted by namespace, name and kind
 * @param nodes the nodes, sorted by name
 * @param policies every NetworkPolicy, sorted by namespace and name
 */
public record World(
    List<Namespace> namespaces,
    List<Workload> workloads,
    List<Endpoint.Node> nodes,
    List<Policy> policies) {
  /** Copies the lists. */
  public World {
    namespaces = List.copyOf(namespaces);
    workloads = List.copyOf(workloads);
    nodes = List.copyOf(nodes);
    policies = List.copyOf(policies);
  }
}
