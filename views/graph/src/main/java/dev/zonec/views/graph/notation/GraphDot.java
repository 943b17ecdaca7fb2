package dev.zonec.views.graph.notation;

import dev.zonec.application.graph.Graph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a graph in the language of Graphviz. Ids are numbers, so no name is read as syntax. */
public final class GraphDot {
  private final Graph graph;
  private final Map<String, String> ids = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  private GraphDot(Graph graph) {
    this.graph = graph;
    graph.nodes().forEach(node -> ids.put(node.id(), "n" + ids.size()));
  }

  /** Returns the text. */
  public static String text(Graph graph) {
    return new GraphDot(graph).text();
  }

  private String text() {
    lines.add("digraph zonec {");
    lines.add(
        "  graph [rankdir=LR, compound=true, labelloc=t, fontname=\"Helvetica\", label="
            + label(caption())
            + "];");
    lines.add("  node [shape=box, fontname=\"Helvetica\"];");
    lines.add("  edge [fontname=\"Helvetica\", fontsize=10];");
    add(Optional.empty(), "  ");
    for (Graph.Edge edge : graph.edges()) {
      lines.add(
          "  "
              + ids.get(edge.from())
              + " -> "
              + ids.get(edge.to())
              + " [label="
              + label(EdgeText.label(edge))
              + style(edge.kind())
              + "];");
    }
    addLayers();
    lines.add("}");
    return String.join("\n", lines) + "\n";
  }

  /** Returns the title and the notes. */
  private List<String> caption() {
    List<String> caption = new ArrayList<>(List.of(graph.title(), graph.subtitle()));
    caption.addAll(graph.notes());
    return caption;
  }

  /** Puts nodes of a layer below each other, unless boxes place them. */
  private void addLayers() {
    for (int layer = 0; layer < graph.layers().size() && graph.groups().isEmpty(); layer++) {
      int number = layer;
      List<String> row =
          graph.nodes().stream()
              .filter(node -> node.layer() == number)
              .map(node -> ids.get(node.id()) + ";")
              .toList();
      lines.add(
          "  { rank=same; "
              + String.join(" ", row)
              + " } // "
              + ShownText.of(graph.layers().get(layer)));
    }
  }

  private void add(Optional<String> outer, String indent) {
    for (Graph.Group group : graph.groups()) {
      if (group.outer().equals(outer)) {
        lines.add(indent + "subgraph " + "cluster" + graph.groups().indexOf(group) + " {");
        lines.add(
            indent + "  label=" + label(List.of(group.kind().word() + " " + group.name())) + ";");
        add(Optional.of(group.id()), indent + "  ");
        lines.add(indent + "}");
      }
    }
    for (Graph.Node node : graph.nodes()) {
      if (node.group().equals(outer)) {
        List<String> text = new ArrayList<>(List.of(node.name()));
        text.addAll(node.details());
        lines.add(indent + ids.get(node.id()) + " [label=" + label(text) + style(node) + "];");
      }
    }
  }

  private static String style(Graph.Node node) {
    String mark = node.marked() ? ", style=filled, fillcolor=lightsalmon" : "";
    return mark
        + switch (node.kind()) {
          case EXTERNAL -> ", shape=ellipse";
          case ENTRANCE -> ", shape=cds";
          case FOLDED -> ", shape=folder";
          case UNZONED -> ", style=dashed";
          case ZONE, NAMESPACE, WORKLOAD -> "";
        };
  }

  private static String style(Graph.EdgeKind kind) {
    return switch (kind) {
      case DECLARED, IMPLIED, ALLOWED -> "";
      case ENTRANCE -> ", arrowhead=vee";
      case UNDECLARED -> ", color=red, penwidth=2";
      case BLOCKED -> ", color=darkorange, style=dashed, arrowhead=tee";
      case WITHOUT_PODS -> ", color=gray50, style=dotted";
      case OPENED -> ", color=red, penwidth=2, arrowtail=dot, dir=both";
      case CLOSED -> ", color=gray50, style=dashed, arrowhead=tee";
    };
  }

  private static String label(List<String> lines) {
    return quoted(
        String.join(
            "\n", lines.stream().filter(line -> !line.isEmpty()).map(ShownText::of).toList()));
  }

  /** Returns {@code text} as a quoted identifier; line breaks become those of a label. */
  private static String quoted(String text) {
    return "\""
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "")
        + "\"";
  }
}
