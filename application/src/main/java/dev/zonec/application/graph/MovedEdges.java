package dev.zonec.application.graph;

import dev.zonec.application.graph.Graph.Edge;
import dev.zonec.application.graph.Graph.EdgeKind;
import dev.zonec.application.graph.Graph.Node;
import dev.zonec.application.report.PathStep;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Moves edges to other nodes, and joins those that then have the same ends and kind. */
final class MovedEdges {
  /** The word for every port, which contains all others. */
  private static final String ANY = "any";

  private record Key(String from, String to, EdgeKind kind) {}

  private MovedEdges() {}

  /**
   * Returns the edges in the order of their nodes.
   *
   * @param moved the new end of each edge, by its old end; ends that are missing stay
   * @param nodes the nodes that remain
   */
  static List<Edge> of(List<Edge> edges, Map<String, String> moved, List<Node> nodes) {
    Map<Key, Edge> joined = new LinkedHashMap<>();
    for (Edge edge : edges) {
      Edge here =
          new Edge(
              moved.getOrDefault(edge.from(), edge.from()),
              moved.getOrDefault(edge.to(), edge.to()),
              edge.kind(),
              edge.ports(),
              edge.remark(),
              edge.steps());
      joined.merge(new Key(here.from(), here.to(), here.kind()), here, MovedEdges::joined);
    }
    Map<String, Integer> order = new HashMap<>();
    nodes.forEach(node -> order.put(node.id(), order.size()));
    return joined.values().stream()
        .sorted(
            Comparator.<Edge>comparingInt(edge -> order.getOrDefault(edge.from(), 0))
                .thenComparingInt(edge -> order.getOrDefault(edge.to(), 0))
                .thenComparing(Edge::kind))
        .toList();
  }

  private static Edge joined(Edge one, Edge other) {
    Set<String> ports = new LinkedHashSet<>(one.ports());
    ports.addAll(other.ports());
    Set<String> remarks = new LinkedHashSet<>(List.of(one.remark(), other.remark()));
    remarks.remove("");
    Set<PathStep> steps = new LinkedHashSet<>(one.steps());
    steps.addAll(other.steps());
    return new Edge(
        one.from(),
        one.to(),
        one.kind(),
        ports.contains(ANY) ? List.of(ANY) : List.copyOf(ports),
        String.join("; ", remarks),
        List.copyOf(steps));
  }
}
