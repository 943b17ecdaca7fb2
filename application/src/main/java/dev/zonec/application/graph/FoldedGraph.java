package dev.zonec.application.graph;

import dev.zonec.application.graph.Graph.Edge;
import dev.zonec.application.graph.Graph.EdgeKind;
import dev.zonec.application.graph.Graph.Group;
import dev.zonec.application.graph.Graph.Node;
import dev.zonec.application.graph.Graph.NodeKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Draws nodes of a large graph as one, so that a reader can follow its edges: first the boxes with
 * the most nodes, each as one node, and then the nodes with the fewest edges. The notes say what
 * was folded.
 */
public final class FoldedGraph {
  /** The greatest number of nodes that are drawn. */
  public static final int MOST_NODES = 60;

  /** The greatest number of edges that are drawn, as long as there is a box to fold. */
  public static final int MOST_EDGES = 120;

  /** The numbers of nodes that are tried one after the other. */
  private static final List<Integer> LIMITS = List.of(MOST_NODES, 40, 25, 15);

  private FoldedGraph() {}

  /**
   * Returns the graph with at most {@link #MOST_NODES} nodes, and without the connections that the
   * defaults of the program declare.
   */
  public static Graph of(Graph graph) {
    return of(graph, "");
  }

  /**
   * Does the same.
   *
   * @param way how the reader gets the whole graph, such as an option; empty if there is no way
   */
  public static Graph of(Graph graph, String way) {
    Graph folded = withoutImplied(graph, way);
    List<String> boxes = new ArrayList<>();
    // Edges need not be moved before few nodes are left.
    BoxFolding folding = new BoxFolding(folded);
    while (folding.size() > MOST_NODES && folding.hasNext()) {
      boxes.add(folding.next().name());
    }
    folded = boxes.isEmpty() ? folded : folding.graph();
    while (isLarge(folded)) {
      BoxFolding one = new BoxFolding(folded);
      if (!one.hasNext()) {
        break;
      }
      boxes.add(one.next().name());
      folded = one.graph();
    }
    List<String> notes = new ArrayList<>();
    if (!boxes.isEmpty()) {
      notes.add("folded into one node each: " + Notes.names(boxes));
      folded = AlikeNodes.merged(folded);
    }
    Graph all = folded;
    for (int most : LIMITS) {
      if (all.nodes().size() > most
          && (folded.nodes().size() > MOST_NODES || folded.edges().size() > MOST_EDGES)) {
        folded = joined(all, least(all, most));
      }
    }
    if (!folded.equals(all)) {
      int left = all.nodes().size() - folded.nodes().size() + 1;
      notes.add(
          "folded into one node: the "
              + left
              + " nodes with the fewest connections, of "
              + all.nodes().size());
    }
    return folded.noting(notes);
  }

  private static Graph withoutImplied(Graph graph, String way) {
    List<Edge> edges =
        graph.edges().stream().filter(edge -> edge.kind() != EdgeKind.IMPLIED).toList();
    if (edges.size() == graph.edges().size()) {
      return graph;
    }
    Set<String> before = ends(graph.edges());
    Set<String> after = ends(edges);
    return graph.with(
        graph.groups(),
        graph.nodes().stream()
            .filter(
                node ->
                    node.kind() != NodeKind.EXTERNAL
                        || after.contains(node.id())
                        || !before.contains(node.id()))
            .toList(),
        edges,
        List.of(
            "not drawn: what the defaults of the program declare, such as DNS"
                + (way.isEmpty() ? "" : "; " + way + " draws it")));
  }

  private static Set<String> ends(List<Edge> edges) {
    Set<String> ends = new HashSet<>();
    edges.forEach(edge -> ends.addAll(List.of(edge.from(), edge.to())));
    return ends;
  }

  private static boolean isLarge(Graph graph) {
    return graph.nodes().size() > MOST_NODES || graph.edges().size() > MOST_EDGES;
  }

  /** Returns the ids of the nodes with the fewest edges. Marked nodes are kept. */
  private static Set<String> least(Graph graph, int most) {
    Map<String, Integer> degrees = new HashMap<>();
    for (Edge edge : graph.edges()) {
      degrees.merge(edge.from(), 1, Integer::sum);
      degrees.merge(edge.to(), 1, Integer::sum);
    }
    List<String> order =
        graph.nodes().stream()
            .filter(node -> !node.marked() && node.kind() != NodeKind.EXTERNAL)
            .sorted(Comparator.comparingInt(node -> degrees.getOrDefault(node.id(), 0)))
            .map(Node::id)
            .toList();
    int many = Math.min(order.size(), graph.nodes().size() - most + 1);
    return new HashSet<>(order.subList(0, many));
  }

  private static Graph joined(Graph graph, Set<String> ids) {
    List<String> members =
        graph.nodes().stream()
            .filter(node -> ids.contains(node.id()))
            .flatMap(node -> node.members().stream())
            .toList();
    Node folded =
        new Node(
            "folded",
            ids.size() + " others",
            List.of("the nodes with the fewest connections"),
            NodeKind.FOLDED,
            Optional.empty(),
            members,
            -1,
            false);
    return replaced(graph, graph.groups(), ids, folded);
  }

  private static Graph replaced(Graph graph, List<Group> groups, Set<String> ids, Node by) {
    List<Node> nodes = new ArrayList<>();
    Map<String, String> moved = new LinkedHashMap<>();
    for (Node node : graph.nodes()) {
      if (!ids.contains(node.id())) {
        nodes.add(node);
      } else {
        if (moved.isEmpty()) {
          nodes.add(by);
        }
        moved.put(node.id(), by.id());
      }
    }
    return graph.with(
        Graph.around(nodes, groups), nodes, MovedEdges.of(graph.edges(), moved, nodes), List.of());
  }
}
