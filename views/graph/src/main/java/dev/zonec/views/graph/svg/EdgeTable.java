package dev.zonec.views.graph.svg;

import dev.zonec.application.graph.Graph;
import dev.zonec.application.report.PathStep;
import dev.zonec.views.graph.notation.EdgeText;
import java.util.HashMap;
import java.util.Map;

/** Writes the edges of a graph as a table of HTML, with the rules that decide. */
public final class EdgeTable {
  private EdgeTable() {}

  /** Returns the table. The row of an edge has the id {@code edge-N}. */
  public static String text(Graph graph) {
    Map<String, String> names = new HashMap<>();
    graph.nodes().forEach(node -> names.put(node.id(), node.name()));
    StringBuilder out = new StringBuilder();
    out.append("<table>\n<caption>Connections with the rules that decide</caption>\n");
    out.append("<thead><tr><th scope=\"col\">from</th><th scope=\"col\">to</th>");
    out.append("<th scope=\"col\">ports</th><th scope=\"col\">kind</th>");
    out.append("<th scope=\"col\">rules</th></tr></thead>\n<tbody>\n");
    for (int i = 0; i < graph.edges().size(); i++) {
      Graph.Edge edge = graph.edges().get(i);
      out.append("<tr id=\"edge-").append(i).append("\">");
      cell(names.getOrDefault(edge.from(), edge.from()), out);
      cell(names.getOrDefault(edge.to(), edge.to()), out);
      cell(String.join(", ", edge.ports()), out);
      cell(EdgeText.kind(edge), out);
      out.append("<td><ul>");
      for (PathStep step : edge.steps()) {
        out.append("<li>").append(Markup.of(step.side() + ": " + step.text())).append("</li>");
      }
      out.append("</ul></td></tr>\n");
    }
    return out.append("</tbody>\n</table>\n").toString();
  }

  private static void cell(String text, StringBuilder out) {
    out.append("<td>").append(Markup.of(text)).append("</td>");
  }
}
