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
import java.util.Optional;
import java.util.Set;

/**
 * Draws workloads, namespaces and externals as one node if they may do the same: exchanging them
 * changes no edge.
 *
 * <p>Nodes that are known to be alike have their edges at the first of them, which then stands for
 * several. Two nodes that are exchangeable and have an edge with each other are neighbours; two
 * others have the same edges. So each node is compared with its neighbours only.
 */
final class AlikeNodes {
  /** The far end of an edge with everything that two nodes have to share. */
  private record Half(boolean out, String other, Graph.EdgeKind kind, List<String> ports) {
    Half to(String end) {
      return new Half(out, end, kind, ports);
    }
  }

  private final Graph graph;
  private final Map<String, String> known;
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, Set<Half>> halves = new HashMap<>();

  private AlikeNodes(Graph graph, Map<String, String> known) {
    this.graph = graph;
    this.known = known;
    graph
        .nodes()
        .forEach(node -> counts.merge(known.getOrDefault(node.id(), node.id()), 1, Integer::sum));
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
    return merged(graph, Map.of());
  }

  /**
   * Does the same for a graph of which some nodes are known to be alike.
   *
   * @param known for each node without edges that is like an earlier one: that node
   */
  static Graph merged(Graph graph, Map<String, String> known) {
    return new AlikeNodes(graph, known).merged();
  }

  /** What nodes without an edge between them have in common if they are exchangeable. */
  private record Key(String bucket, Set<Half> halves) {}

  private Graph merged() {
    Map<Key, String> apart = new HashMap<>();
    Map<String, String> buckets = new HashMap<>();
    Map<String, List<Node>> classes = new LinkedHashMap<>();
    Map<String, String> classOf = new HashMap<>();
    for (Node node : graph.nodes()) {
      Deadline.check();
      String alike = known.get(node.id());
      if (alike == null) {
        String bucket = JoinedNodes.bucket(node);
        buckets.put(node.id(), bucket);
        alike = apart.putIfAbsent(new Key(bucket, apart(node.id())), node.id());
      }
      alike =
          alike == null
              ? neighbour(node.id(), buckets, classOf).orElse(node.id())
              : classOf.getOrDefault(alike, alike);
      classes.computeIfAbsent(alike, id -> new ArrayList<>()).add(node);
      classOf.put(node.id(), alike);
    }
    return JoinedNodes.of(graph, classes);
  }

  /**
   * Returns what is equal for nodes that are exchangeable and have no edge between them. Several
   * nodes that have edges with each other are exchangeable with neighbours only.
   */
  private Set<Half> apart(String id) {
    Set<Half> own = new LinkedHashSet<>();
    for (Half half : of(id)) {
      own.add(half.other().equals(id) && !isSeveral(id) ? half.to("") : half);
    }
    return own;
  }

  private boolean isSeveral(String id) {
    return counts.getOrDefault(id, 1) > 1;
  }

  /** Returns the first node of a class that {@code id} has an edge with and belongs to. */
  private Optional<String> neighbour(
      String id, Map<String, String> buckets, Map<String, String> classOf) {
    String bucket = buckets.getOrDefault(id, "");
    return of(id).stream()
        .map(Half::other)
        .distinct()
        .filter(other -> !other.equals(id) && other.equals(classOf.get(other)))
        .filter(other -> bucket.equals(buckets.get(other)))
        .filter(other -> exchangeable(other, id))
        .findFirst();
  }

  private boolean exchangeable(String one, String other) {
    Set<Half> between = at(one, other);
    Set<Half> self = at(one, one);
    Set<Half> otherSelf = at(other, other);
    boolean inside =
        (isSeveral(one) || isSeveral(other))
            ? (!isSeveral(one) || self.equals(between))
                && (!isSeveral(other) || otherSelf.equals(between))
            : self.equals(otherSelf);
    return inside
        && between.equals(at(other, one))
        && elsewhere(one, other).equals(elsewhere(other, one));
  }

  /** Returns the halves of {@code id} whose other end is {@code there}. */
  private Set<Half> at(String id, String there) {
    Set<Half> found = new LinkedHashSet<>();
    of(id).stream()
        .filter(half -> half.other().equals(there))
        .forEach(half -> found.add(half.to("")));
    return found;
  }

  private Set<Half> elsewhere(String id, String other) {
    Set<Half> found = new LinkedHashSet<>(of(id));
    found.removeIf(half -> half.other().equals(id) || half.other().equals(other));
    return found;
  }
}
