package dev.zonec.application.graph;

import dev.zonec.application.report.PathStep;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A graph of what may connect. Equal inputs give equal graphs, in which nodes and edges have the
 * same order.
 *
 * @param title what the graph shows
 * @param subtitle which policies, pods and reading it is about
 * @param groups the boxes around nodes; an outer box comes before the boxes inside
 * @param nodes the nodes; each edge connects two of them
 * @param edges the edges, by source and destination
 * @param layers the captions of the layers that nodes are in; empty if there are no layers
 * @param notes what the graph leaves out or draws together
 * @param explained whether pictures list the rules of each edge
 */
public record Graph(
    String title,
    String subtitle,
    List<Graph.Group> groups,
    List<Graph.Node> nodes,
    List<Graph.Edge> edges,
    List<String> layers,
    List<String> notes,
    boolean explained) {
  /** Copies the lists. */
  public Graph {
    groups = List.copyOf(groups);
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    layers = List.copyOf(layers);
    notes = List.copyOf(notes);
  }

  /** Returns the graph with other groups, nodes and edges, and further notes. */
  Graph with(
      List<Group> someGroups, List<Node> someNodes, List<Edge> someEdges, List<String> more) {
    return new Graph(
        title,
        subtitle,
        someGroups,
        someNodes,
        someEdges,
        layers,
        Notes.and(notes, more),
        explained);
  }

  /** Returns the graph with further notes. */
  Graph noting(List<String> more) {
    return with(groups, nodes, edges, more);
  }

  /** Returns the groups that have a node of {@code nodes}, themselves or in a box inside. */
  static List<Group> around(List<Node> nodes, List<Group> groups) {
    Set<String> used = new HashSet<>();
    nodes.forEach(node -> node.group().ifPresent(used::add));
    for (Group group : groups.reversed()) {
      if (used.contains(group.id())) {
        group.outer().ifPresent(used::add);
      }
    }
    return groups.stream().filter(group -> used.contains(group.id())).toList();
  }

  /** Returns the graph with the rules of each edge in pictures. */
  Graph explaining() {
    return new Graph(title, subtitle, groups, nodes, edges, layers, notes, true);
  }

  /**
   * A box around nodes.
   *
   * @param id an id that no other group has
   * @param name its name, such as that of a namespace
   * @param kind what it stands for
   * @param outer the id of the box around it
   */
  public record Group(String id, String name, GroupKind kind, Optional<String> outer) {}

  /** What a group stands for. */
  public enum GroupKind {
    /** A zone with other zones inside. */
    ZONE,
    /** A namespace. */
    NAMESPACE;

    /** Returns the word for it. */
    public String word() {
      return this == ZONE ? "zone" : "namespace";
    }
  }

  /**
   * A node.
   *
   * @param id an id that no other node has
   * @param name its name
   * @param details further lines, such as the workloads of a zone
   * @param kind what it stands for
   * @param group the id of the box that it is in
   * @param members the workloads and addresses that it stands for, as answers name them
   * @param layer the number of its layer, counted from 0; -1 if it has none
   * @param marked whether the graph is about this node
   */
  public record Node(
      String id,
      String name,
      List<String> details,
      NodeKind kind,
      Optional<String> group,
      List<String> members,
      int layer,
      boolean marked) {
    /** Copies the lists. */
    public Node {
      details = List.copyOf(details);
      members = List.copyOf(members);
    }
  }

  /** What a node stands for. */
  public enum NodeKind {
    /** A zone. */
    ZONE,
    /** Pods of a namespace that are in no zone. */
    UNZONED,
    /** A namespace. */
    NAMESPACE,
    /** A workload, or several workloads with the same connections. */
    WORKLOAD,
    /** Addresses outside of the cluster, or pods that another program governs. */
    EXTERNAL,
    /** The callers that Ingresses and routes let in. */
    ENTRANCE,
    /** Several nodes that are drawn as one. */
    FOLDED;

    /** Returns the word for it. */
    public String word() {
      return switch (this) {
        case ZONE -> "zone";
        case UNZONED -> "unzoned";
        case NAMESPACE -> "namespace";
        case WORKLOAD -> "workload";
        case EXTERNAL -> "external";
        case ENTRANCE -> "entrance";
        case FOLDED -> "folded";
      };
    }
  }

  /**
   * Connections from a node to a node.
   *
   * @param from the id of the source
   * @param to the id of the destination
   * @param ports the ports, such as {@code tcp/8080}; {@code any} for every port
   * @param remark text in addition to the ports; may be empty
   * @param steps the rules and policies that decide, each once; empty if they are not known
   */
  public record Edge(
      String from,
      String to,
      EdgeKind kind,
      List<String> ports,
      String remark,
      List<PathStep> steps) {
    /** Copies the lists. */
    public Edge {
      ports = List.copyOf(ports);
      steps = List.copyOf(steps);
    }
  }

  /** What is known about the connections of an edge. */
  public enum EdgeKind {
    /** The program declares them, and the policies allow them. */
    DECLARED("declared", "declared and allowed"),
    /** The defaults of the program declare them, such as those to DNS; the policies allow them. */
    IMPLIED("implied", "declared by the defaults of the program, and allowed"),
    /** The policies allow them, and no flow of the program declares them. */
    UNDECLARED("undeclared", "allowed, but not declared"),
    /** The program declares them, and the policies block them. */
    BLOCKED("blocked", "declared, but blocked"),
    /** The program declares them, and the manifests have no pods for both ends. */
    WITHOUT_PODS("without-pods", "declared; no pods in the manifests"),
    /** The policies allow them, and no program is compared with them. */
    ALLOWED("allowed", "allowed"),
    /** Ingresses or routes let them in. */
    ENTRANCE("entrance", "let in by an Ingress, a route or a Service"),
    /** They are allowed after a change and not before. */
    OPENED("opened", "opened by the change"),
    /** They are allowed before a change and not after. */
    CLOSED("closed", "closed by the change");

    private final String word;
    private final String meaning;

    EdgeKind(String word, String meaning) {
      this.word = word;
      this.meaning = meaning;
    }

    /** Returns the word for it in data. */
    public String word() {
      return word;
    }

    /** Returns the meaning for a reader. */
    public String meaning() {
      return meaning;
    }

    /** Returns the word before the ports, so that no reader needs colors; may be empty. */
    public String prefix() {
      return switch (this) {
        case DECLARED, IMPLIED, ALLOWED, ENTRANCE -> "";
        case UNDECLARED -> "undeclared";
        case BLOCKED -> "blocked";
        case WITHOUT_PODS -> "no pods";
        case OPENED -> "opens";
        case CLOSED -> "closes";
      };
    }
  }
}
