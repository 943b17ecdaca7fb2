package dev.zonec.views.graph.svg;

import dev.zonec.application.graph.Graph;

/**
 * Writes a graph as a page: the picture, and a table of its edges with their rules. The page loads
 * nothing and runs no script.
 */
public final class GraphHtml {
  private final Graph graph;
  private final StringBuilder out = new StringBuilder();

  private GraphHtml(Graph graph) {
    this.graph = graph;
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
    line(":root { color-scheme: light dark; --page: #ffffff; --text: #1b2430; }");
    line("@media (prefers-color-scheme: dark) { :root { --page: #12161c; --text: #e7ebf1; } }");
    line("@media print { :root { --page: #ffffff; --text: #000000; } }");
    line("html { background: var(--page); color: var(--text); }");
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
    line("<div class=\"picture\" tabindex=\"0\" role=\"region\" aria-label=\"picture\">");
    out.append(GraphSvg.element(graph));
    line("</div>");
    out.append(EdgeTable.text(graph));
    line("</main>");
    line("</body>");
    line("</html>");
    return out.toString();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
