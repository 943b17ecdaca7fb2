package dev.zonec.application.graph;

import dev.zonec.application.graph.Graph.Edge;
import dev.zonec.application.graph.Graph.Node;
import dev.zonec.application.graph.Graph.NodeKind;
import dev.zonec.diagnostics.ShortList;
import dev.zonec.diagnostics.deadline.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Joins exchangeable nodes by comparing all pairs. */
final class PlainAlikeNodes {
  /** The greatest number of names in the name of a node. */
  private static final int MOST_NAMED = 3;

  /** The far end of an edge with everything that two nodes have to share. */
  private record Half(boolean out, String other, Graph.EdgeKind kind, List<String> ports) {}

  private final Graph graph;
  private final Map<String, Set<Half>> halves = new HashMap<>();

  private PlainAlikeNodes(Graph graph) {
    this.graph = graph;
    graph.nodes().forEach(node -> halves.put(node.id(), new LinkedHashSet<>()));
    for (Edge edge : graph.edges()) {
      of(edge.from()).add(new Half(true, edge.to(), edge.kind(), edge.ports()));
      of(edge.to()).add(new Half(false, edge.from(), edge.kind(), edge.ports()));
    }
  }

  private Set<Half> of(String id) {
    return halves.computeIfAbsent(id, node -> new LinkedHashSet<>());
  }

  /** Returns the graph with one node for those that may do the same. */
  static Graph merged(Graph graph) {
    return new PlainAlikeNodes(graph).merged();
  }

  private Graph merged() {
    Map<String, List<Node>> buckets = new LinkedHashMap<>();
    for (Node node : graph.nodes()) {
      buckets.computeIfAbsent(bucket(node), key -> new ArrayList<>()).add(node);
    }
    Map<String, List<Node>> classes = new LinkedHashMap<>();
    Map<String, String> classOf = new HashMap<>();
    for (List<Node> bucket : buckets.values()) {
      List<Node> first = new ArrayList<>();
      for (Node node : bucket) {
        Deadline.check();
        Node alike =
            first.stream()
                .filter(each -> exchangeable(each.id(), node.id()))
                .findFirst()
                .orElse(node);
        if (alike.equals(node)) {
          first.add(node);
        }
        classes.computeIfAbsent(alike.id(), id -> new ArrayList<>()).add(node);
        classOf.put(node.id(), alike.id());
      }
    }
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
  private String bucket(Node node) {
    boolean candidate =
        switch (node.kind()) {
          case WORKLOAD, EXTERNAL, NAMESPACE, FOLDED -> true;
          case ZONE, UNZONED, ENTRANCE -> false;
        };
    String own = candidate && !node.marked() ? "" : node.id();
    long out = of(node.id()).stream().filter(Half::out).count();
    return String.join(
        "\n",
        own,
        node.kind().word(),
        node.group().orElse(""),
        Integer.toString(node.layer()),
        node.kind() == NodeKind.WORKLOAD ? zones(node) : "",
        out + " of " + of(node.id()).size());
  }

  /** Returns the zones that the node names, so that no node mixes zones. */
  private static String zones(Node node) {
    return String.join(
        ";", node.details().stream().filter(detail -> detail.startsWith("zone ")).toList());
  }

  private boolean exchangeable(String one, String other) {
    Set<Half> expected = new LinkedHashSet<>();
    for (Half half : of(one)) {
      String end =
          half.other().equals(one) ? other : half.other().equals(other) ? one : half.other();
      expected.add(new Half(half.out(), end, half.kind(), half.ports()));
    }
    return expected.equals(of(other));
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
      members.forEach(node -> details.addAll(node.details().subList(1, node.details().size())));
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
