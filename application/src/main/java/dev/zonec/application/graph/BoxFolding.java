package dev.zonec.application.graph;

import dev.zonec.application.graph.Graph.Group;
import dev.zonec.application.graph.Graph.Node;
import dev.zonec.application.graph.Graph.NodeKind;
import dev.zonec.diagnostics.deadline.Deadline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Draws boxes of a graph as one node each, the largest first. A box with other boxes inside follows
 * after these. A folded node is where the first node of its box was.
 */
final class BoxFolding {
  private final Graph graph;

  /** The boxes that can be folded, the next one first: those without boxes and with two nodes. */
  private final TreeSet<Group> next =
      new TreeSet<>(
          Comparator.<Group>comparingInt(group -> -inside(group.id()).size())
              .thenComparing(Group::id));

  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Map<String, Integer> inner = new HashMap<>();
  private final Map<String, List<Node>> nodes = new HashMap<>();
  private final Map<String, Node> left = new HashMap<>();
  private final Map<String, Integer> positions = new HashMap<>();
  private final Map<String, String> moved = new HashMap<>();

  BoxFolding(Graph graph) {
    this.graph = graph;
    for (Node node : graph.nodes()) {
      positions.put(node.id(), positions.size());
      left.put(node.id(), node);
      node.group().ifPresent(id -> inside(id).add(node));
    }
    for (Group group : graph.groups()) {
      groups.put(group.id(), group);
      group.outer().ifPresent(outer -> inner.merge(outer, 1, Integer::sum));
    }
    graph.groups().forEach(this::offer);
  }

  private List<Node> inside(String group) {
    return nodes.computeIfAbsent(group, id -> new ArrayList<>());
  }

  private void offer(Group group) {
    if (inner.getOrDefault(group.id(), 0) == 0 && inside(group.id()).size() > 1) {
      next.add(group);
    }
  }

  /** Returns the number of nodes that are left. */
  int size() {
    return left.size();
  }

  /** Whether a box is left that can be folded. */
  boolean hasNext() {
    return !next.isEmpty();
  }

  /** Folds the next box and returns it. */
  Group next() {
    Deadline.check();
    Group box = next.pollFirst();
    if (box == null) {
      throw new NoSuchElementException("no box to fold");
    }
    List<Node> members = inside(box.id());
    Node folded =
        new Node(
            box.id(),
            box.name(),
            List.of(box.kind().word() + " with " + members.size() + " nodes"),
            NodeKind.FOLDED,
            box.outer(),
            members.stream().flatMap(node -> node.members().stream()).toList(),
            members.getFirst().layer(),
            false);
    members.forEach(node -> left.remove(node.id()));
    members.forEach(node -> moved.put(node.id(), box.id()));
    left.put(box.id(), folded);
    positions.put(box.id(), position(members.getFirst()));
    groups.remove(box.id());
    Optional<Group> outer = box.outer().map(groups::get);
    if (outer.isPresent()) {
      List<Node> around = inside(outer.get().id());
      around.add(folded);
      around.sort(Comparator.comparingInt(this::position));
      inner.merge(outer.get().id(), -1, Integer::sum);
      offer(outer.get());
    }
    return box;
  }

  private int position(Node node) {
    return positions.getOrDefault(node.id(), 0);
  }

  /** Returns the graph with the boxes that were folded. */
  Graph graph() {
    List<Node> nodes =
        left.values().stream().sorted(Comparator.comparingInt(this::position)).toList();
    Map<String, String> ends = new HashMap<>();
    for (String id : Set.copyOf(moved.keySet())) {
      String end = id;
      while (moved.containsKey(end)) {
        end = moved.getOrDefault(end, end);
      }
      ends.put(id, end);
    }
    return graph.with(
        Graph.around(nodes, List.copyOf(groups.values())),
        nodes,
        MovedEdges.of(graph.edges(), ends, nodes),
        List.of());
  }
}
