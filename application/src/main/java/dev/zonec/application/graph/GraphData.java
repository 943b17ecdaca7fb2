package dev.zonec.application.graph;

import dev.zonec.application.report.PathStep;
import dev.zonec.diagnostics.DiagnosticData;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a graph as maps and lists, ready for JSON. */
public final class GraphData {
  private GraphData() {}

  /** Returns the parts of the document. */
  public static Map<String, Object> of(Graph graph) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("title", graph.title());
    out.put("about", graph.subtitle());
    out.put("layers", graph.layers());
    out.put("groups", graph.groups().stream().map(GraphData::group).toList());
    out.put("nodes", graph.nodes().stream().map(GraphData::node).toList());
    out.put("edges", graph.edges().stream().map(GraphData::edge).toList());
    out.put("notes", graph.notes());
    return out;
  }

  private static Map<String, Object> group(Graph.Group group) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", group.id());
    out.put("name", group.name());
    out.put("kind", group.kind().word());
    group.outer().ifPresent(outer -> out.put("group", outer));
    return out;
  }

  private static Map<String, Object> node(Graph.Node node) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", node.id());
    out.put("name", node.name());
    out.put("kind", node.kind().word());
    out.put("details", node.details());
    node.group().ifPresent(group -> out.put("group", group));
    if (node.layer() >= 0) {
      out.put("layer", node.layer());
    }
    out.put("members", node.members());
    return out;
  }

  private static Map<String, Object> edge(Graph.Edge edge) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("from", edge.from());
    out.put("to", edge.to());
    out.put("kind", edge.kind().word());
    out.put("ports", edge.ports());
    if (!edge.remark().isEmpty()) {
      out.put("remark", edge.remark());
    }
    out.put("rules", edge.steps().stream().map(GraphData::step).toList());
    return out;
  }

  private static Map<String, Object> step(PathStep step) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("side", step.side());
    out.put("allowed", step.allowed());
    out.put("reason", step.text());
    out.put(
        "places",
        step.places().stream()
            .map(
                place -> {
                  Map<String, Object> data = DiagnosticData.place(place.span());
                  data.put("label", place.label());
                  return data;
                })
            .toList());
    return out;
  }
}
