package dev.zonec.views.graph.svg;

import dev.zonec.application.graph.Graph;
import dev.zonec.application.report.PathStep;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes a graph as a page: the picture, and a table of its edges with their rules. The page loads
 * nothing and runs no script.
 */
public final class GraphHtml {
  private final Graph graph;
  private final Map<String, String> names = new HashMap<>();
  private final StringBuilder out = new StringBuilder();

  private GraphHtml(Graph graph) {
    this.graph = graph;
    graph.nodes().forEach(node -> names.put(node.id(), node.name()));
  }

  /** Returns the page. */
  public static String text(Graph graph) {
    return new GraphHtml(graph).text();
  }

  private String text() {
    line("<!DOCTYPE html>");
    line("<html lang=\"en\">");
    line("<head>");
    line("<meta charset=\"utf-8\">");
    line(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
            + " style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">");
    line("<meta name=\"viewport\" content=\"width=device-width\">");
    line("<title>" + Markup.of(graph.title()) + "</title>");
    line("<style>");
    line(":root { color-scheme: light dark; }");
    line("body { margin: 1.5rem; font: 15px/1.5 system-ui, sans-serif; }");
    line(".picture { overflow-x: auto; }");
    line("table { border-collapse: collapse; margin-top: 1.5rem; }");
    line("th, td { text-align: left; vertical-align: top; padding: .3rem .9rem .3rem 0;");
    line("  border-bottom: 1px solid #8886; }");
    line("td ul { margin: 0; padding: 0; list-style: none; }");
    line("</style>");
    line("</head>");
    line("<body>");
    line("<main>");
    line("<h1>" + Markup.of(graph.title()) + "</h1>");
    line("<div class=\"picture\">");
    out.append(GraphSvg.element(graph));
    line("</div>");
    table();
    line("</main>");
    line("</body>");
    line("</html>");
    return out.toString();
  }

  private void table() {
    line("<table>");
    line("<caption>Connections with the rules that decide</caption>");
    line(
        "<thead><tr><th scope=\"col\">from</th><th scope=\"col\">to</th>"
            + "<th scope=\"col\">ports</th><th scope=\"col\">kind</th>"
            + "<th scope=\"col\">rules</th></tr></thead>");
    line("<tbody>");
    for (Graph.Edge edge : graph.edges()) {
      out.append("<tr>");
      cell(names.getOrDefault(edge.from(), edge.from()));
      cell(names.getOrDefault(edge.to(), edge.to()));
      cell(String.join(", ", edge.ports()));
      cell(edge.kind().meaning() + (edge.remark().isEmpty() ? "" : "; " + edge.remark()));
      out.append("<td><ul>");
      for (PathStep step : edge.steps()) {
        out.append("<li>").append(Markup.of(step.side() + ": " + step.text())).append("</li>");
      }
      line("</ul></td></tr>");
    }
    line("</tbody>");
    line("</table>");
  }

  private void cell(String text) {
    out.append("<td>").append(Markup.of(text)).append("</td>");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
