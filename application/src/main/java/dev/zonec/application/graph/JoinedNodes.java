package dev.zonec.application.graph;

import dev.zonec.application.graph.Graph.Node;
import dev.zonec.application.graph.Graph.NodeKind;
import dev.zonec.diagnostics.ShortList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws several nodes as one. */
final class JoinedNodes {
  /** The greatest number of names in the name of a node. */
  private static final int MOST_NAMED = 3;

  private JoinedNodes() {}

  /**
   * Returns the graph with one node for each class.
   *
   * @param classes the nodes of each class, by the id of the first one
   */
  static Graph of(Graph graph, Map<String, List<Node>> classes) {
    Map<String, String> classOf = new HashMap<>();
    classes.forEach((id, members) -> members.forEach(node -> classOf.put(node.id(), id)));
    List<Node> nodes = new ArrayList<>();
    for (Node node : graph.nodes()) {
      List<Node> members = classes.getOrDefault(node.id(), List.of());
      if (!members.isEmpty()) {
        nodes.add(members.size() == 1 ? node : joined(members));
      }
    }
    return graph.with(
        graph.groups(), nodes, MovedEdges.of(graph.edges(), classOf, nodes), List.of());
  }

  /** Returns text that is equal for all nodes that may be drawn as one. */
  static String bucket(Node node) {
    boolean candidate =
        switch (node.kind()) {
          case WORKLOAD, EXTERNAL, NAMESPACE, FOLDED -> true;
          case ZONE, UNZONED, ENTRANCE -> false;
        };
    String own = candidate && !node.marked() ? "" : node.id();
    return String.join(
        "\n",
        own,
        node.kind().word(),
        node.group().orElse(""),
        Integer.toString(node.layer()),
        node.kind() == NodeKind.WORKLOAD ? zones(node) : "");
  }

  /** Returns the zones that the node names, so that no node mixes zones. */
  private static String zones(Node node) {
    return String.join(
        ";", node.details().stream().filter(detail -> detail.startsWith("zone ")).toList());
  }

  private static Node joined(List<Node> members) {
    Node first = members.getFirst();
    List<String> names = members.stream().map(Node::name).toList();
    Set<String> details = new LinkedHashSet<>();
    if (first.kind() != NodeKind.EXTERNAL) {
      String kind =
          switch (first.kind()) {
            case WORKLOAD -> "workloads";
            case NAMESPACE -> "namespaces";
            default -> "folded boxes";
          };
      details.add(members.size() + " " + kind + " with the same connections");
    }
    if (first.kind() == NodeKind.WORKLOAD) {
      // The first line of a workload is about this workload alone.
      members.forEach(node -> details.addAll(node.details().stream().skip(1).toList()));
    }
    return new Node(
        first.id(),
        ShortList.atMost(names, MOST_NAMED),
        List.copyOf(details),
        first.kind(),
        first.group(),
        members.stream().flatMap(node -> node.members().stream()).toList(),
        first.layer(),
        false);
  }
}
