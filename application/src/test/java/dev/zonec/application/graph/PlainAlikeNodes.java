package dev.zonec.application.graph;

import dev.zonec.application.graph.Graph.Edge;
import dev.zonec.application.graph.Graph.Node;
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
      buckets.computeIfAbsent(JoinedNodes.bucket(node), key -> new ArrayList<>()).add(node);
    }
    Map<String, List<Node>> classes = new LinkedHashMap<>();
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
      }
    }
    return JoinedNodes.of(graph, classes);
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
}
