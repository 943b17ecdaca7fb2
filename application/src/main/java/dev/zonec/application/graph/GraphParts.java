package dev.zonec.application.graph;

import dev.zonec.application.graph.Graph.EdgeKind;
import dev.zonec.application.graph.Graph.NodeKind;
import dev.zonec.application.report.PathStep;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.OpenPorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the nodes and edges of a graph. What is added twice is drawn once. */
final class GraphParts {
  /** The greatest number of workloads that a node names. */
  private static final int MOST_NAMED = 2;

  private record Key(String from, String to, EdgeKind kind) {}

  /** The rules that decide connections on some ports. */
  private record Reason(OpenPorts ports, List<PathStep> steps) {}

  private static final class NodeDraft {
    private Place place;
    private boolean marked;
    private final Set<String> members = new LinkedHashSet<>();

    NodeDraft(Place place) {
      this.place = place;
    }
  }

  private static final class EdgeDraft {
    private final Set<OpenPorts> some = new LinkedHashSet<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> remarks = new LinkedHashSet<>();
    private final List<Reason> reasons = new ArrayList<>();

    OpenPorts ports() {
      return union(some);
    }
  }

  private final Map<String, NodeDraft> nodes = new LinkedHashMap<>();
  private final Map<Key, EdgeDraft> edges = new LinkedHashMap<>();

  /** For each node whose edges are at another one: that node. */
  private final Map<String, String> alike = new LinkedHashMap<>();

  /** Adds a node without members. */
  void add(Place place) {
    nodes.putIfAbsent(place.id(), new NodeDraft(place));
  }

  /** Adds a node with {@code end}. */
  void add(Place place, AnswerEnd end) {
    add(place);
    if (place.kind() != NodeKind.ENTRANCE) {
      draft(place.id()).members.add(end.label());
    }
  }

  /** Marks a node as what the graph is about. */
  void mark(String id) {
    draft(id).marked = true;
  }

  private NodeDraft draft(String id) {
    NodeDraft draft = nodes.get(id);
    if (draft == null) {
      throw new IllegalArgumentException("no node: " + id);
    }
    return draft;
  }

  /** Adds connections between two nodes that exist. */
  void add(String from, String to, EdgeKind kind, OpenPorts ports) {
    edge(from, to, kind).some.add(ports);
  }

  private static OpenPorts union(Collection<OpenPorts> some) {
    if (some.size() == 1) {
      return some.iterator().next();
    }
    Map<Protocol, List<PortRange>> all = new EnumMap<>(Protocol.class);
    for (OpenPorts ports : some) {
      ports
          .ranges()
          .forEach(
              (protocol, ranges) ->
                  all.computeIfAbsent(protocol, p -> new ArrayList<>()).addAll(ranges.ranges()));
    }
    return OpenPorts.of(all);
  }

  /** Adds the rules that decide connections on {@code ports} to an edge. */
  void explain(String from, String to, EdgeKind kind, OpenPorts ports, List<PathStep> steps) {
    if (!steps.isEmpty()) {
      edge(from, to, kind).reasons.add(new Reason(ports, steps));
    }
  }

  /** Adds connections between two nodes whose ports are not known as numbers. */
  void add(String from, String to, EdgeKind kind, String words) {
    edge(from, to, kind).words.add(words);
  }

  /** Adds a remark to an edge. */
  void remark(String from, String to, EdgeKind kind, String remark) {
    edge(from, to, kind).remarks.add(remark);
  }

  private EdgeDraft edge(String from, String to, EdgeKind kind) {
    draft(from);
    draft(to);
    return edges.computeIfAbsent(new Key(from, to, kind), key -> new EdgeDraft());
  }

  /** Returns the ids of the nodes. */
  Set<String> ids() {
    return Set.copyOf(nodes.keySet());
  }

  /** Two nodes. */
  record Pair(String from, String to) {}

  /** Returns what the policies allow from node to node, whatever the program declares. */
  Map<Pair, OpenPorts> allowed() {
    Map<Pair, Set<OpenPorts>> all = new LinkedHashMap<>();
    edges.forEach(
        (key, edge) -> {
          if (key.kind() != EdgeKind.BLOCKED && key.kind() != EdgeKind.WITHOUT_PODS) {
            all.computeIfAbsent(new Pair(key.from(), key.to()), pair -> new LinkedHashSet<>())
                .addAll(edge.some);
          }
        });
    Map<Pair, OpenPorts> ports = new LinkedHashMap<>();
    all.forEach((pair, some) -> ports.put(pair, union(some)));
    return ports;
  }

  /** Adds the rules that allow connections of {@code pair} on {@code ports} to an edge. */
  void explain(Pair pair, OpenPorts ports, EdgeKind kind, GraphParts changed) {
    for (EdgeKind own : EdgeKind.values()) {
      EdgeDraft edge = edges.get(new Key(pair.from(), pair.to(), own));
      if (edge != null && own != EdgeKind.BLOCKED) {
        for (Reason reason : edge.reasons) {
          if (reason.ports().overlaps(ports)) {
            changed.explain(pair.from(), pair.to(), kind, reason.ports(), reason.steps());
          }
        }
      }
    }
  }

  /** Says that the connections of node {@code id} are those of node {@code first}. */
  void addAlike(String first, String id) {
    draft(first);
    draft(id);
    alike.put(id, first);
  }

  /** Returns, for each node whose edges are at another one, that node. */
  Map<String, String> alike() {
    return Collections.unmodifiableMap(alike);
  }

  /** Returns the numbers of nodes whose edges are at one node, if there are several. */
  Map<String, Integer> counts() {
    Map<String, Integer> counts = new HashMap<>();
    alike.values().forEach(first -> counts.merge(first, 1, Integer::sum));
    counts.replaceAll((first, others) -> others + 1);
    return counts;
  }

  /**
   * Adds those nodes of {@code other} that are not there and that {@code wanted} has, or whose
   * edges are at a node that it has.
   */
  void addFrom(GraphParts other, Set<String> wanted) {
    other.nodes.forEach(
        (id, draft) -> {
          String first = other.alike.getOrDefault(id, id);
          if (wanted.contains(first) && !nodes.containsKey(id)) {
            add(draft.place);
            draft(id).members.addAll(draft.members);
            if (!first.equals(id)) {
              addAlike(first, id);
            }
          }
        });
  }

  /**
   * Returns the graph. Nodes that are like another one have no edges in it.
   *
   * @param groups the boxes that may be needed
   * @param layers the captions of the layers
   */
  Graph graph(String title, String subtitle, List<Graph.Group> groups, List<String> layers) {
    List<Graph.Node> drawn = nodes.values().stream().map(GraphParts::node).toList();
    List<String> order = List.copyOf(nodes.keySet());
    Map<String, Integer> numbers = new LinkedHashMap<>();
    order.forEach(id -> numbers.put(id, numbers.size()));
    List<Graph.Edge> sorted =
        edges.entrySet().stream()
            .sorted(
                Comparator.<Map.Entry<Key, EdgeDraft>>comparingInt(
                        entry -> numbers.getOrDefault(entry.getKey().from(), 0))
                    .thenComparingInt(entry -> numbers.getOrDefault(entry.getKey().to(), 0))
                    .thenComparing(entry -> entry.getKey().kind()))
            .map(entry -> edge(entry.getKey(), entry.getValue()))
            .toList();
    return new Graph(
        title, subtitle, Graph.around(drawn, groups), drawn, sorted, layers, List.of(), false);
  }

  private static Graph.Edge edge(Key key, EdgeDraft draft) {
    List<String> ports = new ArrayList<>(draft.ports().words());
    ports.addAll(draft.words);
    return new Graph.Edge(
        key.from(),
        key.to(),
        key.kind(),
        ports,
        String.join("; ", draft.remarks),
        draft.reasons.stream().flatMap(reason -> reason.steps().stream()).distinct().toList());
  }

  private static Graph.Node node(NodeDraft draft) {
    Place place = draft.place;
    List<String> details = new ArrayList<>(place.details());
    List<String> members = List.copyOf(draft.members);
    switch (place.kind()) {
      case ZONE, UNZONED, NAMESPACE -> details.addAll(workloads(members));
      case WORKLOAD, EXTERNAL, ENTRANCE, FOLDED -> {}
    }
    return new Graph.Node(
        place.id(),
        place.name(),
        details,
        place.kind(),
        place.group(),
        members,
        place.layer(),
        draft.marked);
  }

  private static List<String> workloads(List<String> members) {
    return members.isEmpty()
        ? List.of("no pods in the manifests")
        : members.size() <= MOST_NAMED
            ? members.stream().map(member -> member.replaceFirst(" \\([^()]*\\)$", "")).toList()
            : List.of(members.size() + " workloads");
  }
}
