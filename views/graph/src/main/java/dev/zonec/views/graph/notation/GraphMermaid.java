package dev.zonec.views.graph.notation;

import dev.zonec.application.graph.Graph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a graph as a flowchart of Mermaid. Names are written as entities wherever they contain a
 * character that has a meaning in Mermaid or in HTML, and ids are numbers, so no name is read as
 * syntax.
 */
public final class GraphMermaid {
  private final Graph graph;
  private final Map<String, String> ids = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  private GraphMermaid(Graph graph) {
    this.graph = graph;
    graph.nodes().forEach(node -> ids.put(node.id(), "n" + ids.size()));
  }

  /** Returns the text. */
  public static String text(Graph graph) {
    return new GraphMermaid(graph).text();
  }

  private String text() {
    lines.add("%% " + comment(graph.title()) + " (" + comment(graph.subtitle()) + ")");
    lines.add("flowchart LR");
    if (graph.groups().isEmpty() && !graph.layers().isEmpty()) {
      addLayers();
    } else {
      add(Optional.empty(), "  ");
    }
    for (Graph.Edge edge : graph.edges()) {
      lines.add(
          "  "
              + ids.get(edge.from())
              + " "
              + arrow(edge.kind())
              + "|"
              + escaped(EdgeText.label(edge))
              + "| "
              + ids.get(edge.to()));
    }
    addLinkStyles();
    graph.nodes().stream()
        .filter(Graph.Node::marked)
        .forEach(
            node ->
                lines.add(
                    "  style "
                        + ids.get(node.id())
                        + " fill:#ffd8cc,stroke:#b42318,stroke-width:2px"));
    if (!graph.notes().isEmpty()) {
      lines.add("  notes[" + escaped(graph.notes()) + "]");
      lines.add("  style notes fill:none,stroke-dasharray:4 3");
    }
    return String.join("\n", lines) + "\n";
  }

  private void addLayers() {
    for (int layer = 0; layer < graph.layers().size(); layer++) {
      lines.add("  subgraph l" + layer + " [" + escaped(List.of(graph.layers().get(layer))) + "]");
      for (Graph.Node node : graph.nodes()) {
        if (node.layer() == layer) {
          add(node, "    ");
        }
      }
      lines.add("  end");
    }
  }

  private void add(Graph.Node node, String indent) {
    List<String> text = new ArrayList<>(List.of(node.name()));
    text.addAll(node.details());
    lines.add(indent + ids.get(node.id()) + shaped(node.kind(), escaped(text)));
  }

  private void add(Optional<String> outer, String indent) {
    for (int i = 0; i < graph.groups().size(); i++) {
      Graph.Group group = graph.groups().get(i);
      if (group.outer().equals(outer)) {
        lines.add(
            indent
                + "subgraph g"
                + i
                + " ["
                + escaped(List.of(group.kind().word() + " " + group.name()))
                + "]");
        add(Optional.of(group.id()), indent + "  ");
        lines.add(indent + "end");
      }
    }
    for (Graph.Node node : graph.nodes()) {
      if (node.group().equals(outer)) {
        add(node, indent);
      }
    }
  }

  private static String shaped(Graph.NodeKind kind, String text) {
    return switch (kind) {
      case EXTERNAL, ENTRANCE -> "([" + text + "])";
      case FOLDED -> "[[" + text + "]]";
      case ZONE, UNZONED, NAMESPACE, WORKLOAD -> "[" + text + "]";
    };
  }

  private static String arrow(Graph.EdgeKind kind) {
    return switch (kind) {
      case DECLARED, IMPLIED, ALLOWED, ENTRANCE -> "-->";
      case UNDECLARED, OPENED -> "==>";
      case BLOCKED, CLOSED -> "-.-x";
      case WITHOUT_PODS -> "-.->";
    };
  }

  private void addLinkStyles() {
    for (Graph.EdgeKind kind : Graph.EdgeKind.values()) {
      List<String> numbers = new ArrayList<>();
      for (int i = 0; i < graph.edges().size(); i++) {
        if (graph.edges().get(i).kind() == kind) {
          numbers.add(Integer.toString(i));
        }
      }
      String color = color(kind);
      if (!numbers.isEmpty() && !color.isEmpty()) {
        lines.add("  linkStyle " + String.join(",", numbers) + " stroke:" + color);
      }
    }
  }

  private static String color(Graph.EdgeKind kind) {
    return switch (kind) {
      case DECLARED, IMPLIED, ALLOWED, ENTRANCE -> "";
      case UNDECLARED, OPENED -> "#c4231f";
      case BLOCKED -> "#b45309";
      case WITHOUT_PODS, CLOSED -> "#6b7280";
    };
  }

  private static String comment(String text) {
    return ShownText.of(text).replace("{", "(").replace("}", ")");
  }

  /** Returns a quoted text of lines. */
  private static String escaped(List<String> lines) {
    List<String> escaped = new ArrayList<>();
    lines.forEach(line -> escaped.add(escaped(ShownText.of(line))));
    return "\"" + String.join("<br>", escaped) + "\"";
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            each -> {
              if (isPlain(each)) {
                out.appendCodePoint(each);
              } else {
                out.append('#').append(each).append(';');
              }
            });
    return out.toString();
  }

  private static boolean isPlain(int character) {
    return Character.isLetterOrDigit(character) || " /-.:,()".indexOf(character) >= 0;
  }
}
