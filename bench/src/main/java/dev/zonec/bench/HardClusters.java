package dev.zonec.bench;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Clusters in which hardly two ends are alike. */
final class HardClusters {
  private HardClusters() {}

  /**
   * Pod i has the labels 0 to i; policy i lets those with label i be called by those without few.
   */
  static World cumulativeLabels(int size) {
    Namespace namespace = Namespace.declared("ns", Map.of());
    List<Workload> workloads = new ArrayList<>();
    List<Policy> policies = new ArrayList<>();
    Map<String, String> labels = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      labels.put("l" + i, "true");
      workloads.add(Parts.pod(namespace, "pod-" + i, labels));
      policies.add(
          Parts.policy(
              "ns",
              "policy-" + i,
              Parts.is("l" + i, "true"),
              Direction.INGRESS,
              List.of(
                  Parts.rule(
                      List.of(Parts.local(Parts.has("l" + (size - 1 - i)))),
                      Parts.tcp(1000 + i % 50)))));
    }
    return new World(List.of(namespace), workloads, List.of(), policies, List.of());
  }

  /** Every policy has a block and a range of ports of its own; blocks and ranges overlap. */
  static World manyBlocks(int size) {
    List<Namespace> namespaces = new ArrayList<>();
    List<Workload> workloads = new ArrayList<>();
    List<Policy> policies = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if (i % 10 == 0) {
        namespaces.add(Namespace.declared("ns-" + i / 10, Map.of()));
      }
      Namespace namespace = namespaces.getLast();
      workloads.add(Parts.pod(namespace, "pod-" + i, Map.of("app", "app-" + i % 10)));
      String cidr =
          i % 4 == 0
              ? "11." + i / 16 % 256 + ".0.0/16"
              : "11." + i / 16 % 256 + "." + i % 256 + ".0/" + (24 + i % 4);
      String block = dev.zonec.model.net.Cidr.of(cidr).toString();
      policies.add(
          Parts.policy(
              namespace.name(),
              "policy-" + i,
              Parts.is("app", "app-" + i % 10),
              List.of(
                  Parts.rule(
                      List.of(Parts.block(block), Parts.local(Selector.EVERYTHING)),
                      Parts.tcp(1000 + i % 1000, 1500 + i % 1000))),
              List.of(Parts.rule(List.of(Parts.block(block)), Parts.tcp(1000 + i % 1000)))));
    }
    return new World(namespaces, workloads, List.of(), policies, List.of());
  }
}
