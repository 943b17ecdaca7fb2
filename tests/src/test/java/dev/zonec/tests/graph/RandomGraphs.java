package dev.zonec.tests.graph;

import dev.zonec.application.graph.Graph;
import dev.zonec.application.graph.Graph.Edge;
import dev.zonec.application.graph.Graph.EdgeKind;
import dev.zonec.application.graph.Graph.Group;
import dev.zonec.application.graph.Graph.GroupKind;
import dev.zonec.application.graph.Graph.Node;
import dev.zonec.application.graph.Graph.NodeKind;
import dev.zonec.application.report.PathStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Graphs with boxes in boxes, layers, every kind of edge, and the given names. */
final class RandomGraphs {
  private RandomGraphs() {}

  /** Returns a graph; the same seed and names give the same graph. */
  static Graph of(long seed, int size, List<String> names) {
    Random random = new Random(seed);
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      Optional<String> outer =
          groups.isEmpty() || random.nextBoolean()
              ? Optional.empty()
              : Optional.of(groups.get(random.nextInt(groups.size())).id());
      GroupKind kind = random.nextBoolean() ? GroupKind.ZONE : GroupKind.NAMESPACE;
      groups.add(new Group("group " + i, name(names, random), kind, outer));
    }
    boolean layers = groups.isEmpty() && random.nextBoolean();
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      nodes.add(node(i, groups, layers, names, random));
    }
    Map<String, Edge> edges = new LinkedHashMap<>();
    for (int i = 0; i < 2 * size; i++) {
      Edge edge = edge(nodes, names, random);
      edges.put(edge.from() + " " + edge.to() + " " + edge.kind(), edge);
    }
    return new Graph(
        name(names, random),
        name(names, random),
        groups,
        nodes,
        List.copyOf(edges.values()),
        layers ? List.of("start", "1 hop", "2 hops") : List.of(),
        List.of(name(names, random)),
        random.nextBoolean());
  }

  private static Node node(
      int number, List<Group> groups, boolean layers, List<String> names, Random random) {
    Optional<String> group =
        groups.isEmpty() || random.nextInt(4) == 0
            ? Optional.empty()
            : Optional.of(groups.get(random.nextInt(groups.size())).id());
    NodeKind kind = NodeKind.values()[random.nextInt(NodeKind.values().length)];
    return new Node(
        "node " + number,
        name(names, random),
        random.nextBoolean() ? List.of() : List.of(name(names, random)),
        kind,
        group,
        List.of(name(names, random)),
        layers ? random.nextInt(3) : -1,
        random.nextInt(8) == 0);
  }

  private static Edge edge(List<Node> nodes, List<String> names, Random random) {
    PathStep step = new PathStep("egress", true, name(names, random), List.of());
    return new Edge(
        nodes.get(random.nextInt(nodes.size())).id(),
        nodes.get(random.nextInt(nodes.size())).id(),
        EdgeKind.values()[random.nextInt(EdgeKind.values().length)],
        List.of("tcp/" + random.nextInt(65536)),
        random.nextInt(4) == 0 ? name(names, random) : "",
        List.of(step));
  }

  private static String name(List<String> names, Random random) {
    return names.get(random.nextInt(names.size()));
  }
}
