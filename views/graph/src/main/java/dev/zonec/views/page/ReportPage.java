package dev.zonec.views.page;

import dev.zonec.application.graph.Graph;
import dev.zonec.application.report.Entry;
import dev.zonec.application.report.PathHop;
import dev.zonec.application.report.PathStep;
import dev.zonec.application.report.Report;
import dev.zonec.application.report.Status;
import dev.zonec.diagnostics.Counted;
import dev.zonec.diagnostics.Note;
import dev.zonec.diagnostics.Place;
import dev.zonec.views.graph.svg.EdgeTable;
import dev.zonec.views.graph.svg.GraphSvg;
import dev.zonec.views.graph.svg.Markup;
import dev.zonec.views.graph.svg.Resource;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a report as one page. Everything that the page says is in it without its script, which
 * only searches, filters and shows details. The page loads nothing, and its policy allows only its
 * own script and styles, by their hashes.
 */
public final class ReportPage {
  /** The greatest number of findings of a kind that are shown with their details at first. */
  private static final int MOST_OPEN = 3;

  /** The greatest number of findings of a kind that are all listed at first. */
  private static final int MOST_LISTED = 20;

  /** The number of findings that are listed at first if there are more. */
  private static final int FIRST_LISTED = 10;

  private final Report report;
  private final Graph graph;
  private final String data;
  private final StringBuilder out = new StringBuilder();

  private ReportPage(Report report, Graph graph, String data) {
    this.report = report;
    this.graph = graph;
    this.data = data;
  }

  /**
   * Returns the page.
   *
   * @param graph the graph of the picture, whose edges are those of {@code data}
   * @param data the report and the graph as JSON on one line, for the script and for other programs
   */
  public static String text(Report report, Graph graph, String data) {
    return new ReportPage(report, graph, data).text();
  }

  private String text() {
    String script = GraphSvg.zoomScript() + Resource.text(ReportPage.class, "page.js");
    String style = GraphSvg.zoomStyle() + Resource.text(ReportPage.class, "page.css");
    line("<!DOCTYPE html>");
    line("<html lang=\"en\">");
    line("<head>");
    line("<meta charset=\"utf-8\">");
    line(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src "
            + Resource.hash(script)
            + "; style-src "
            + Resource.hash(style)
            + " "
            + Resource.hash("\n" + GraphSvg.style())
            + "; base-uri 'none'; form-action 'none'\">");
    line("<meta name=\"viewport\" content=\"width=device-width\">");
    line("<title>zonec: " + Markup.of(report.counted()) + "</title>");
    line("<style>" + style + "</style>");
    line("</head>");
    line("<body>");
    line("<header>");
    line("<h1>What is proved, and what may connect</h1>");
    line("<p><strong>" + Markup.of(report.counted()) + "</strong></p>");
    line("<p>" + Markup.of(graph.subtitle()) + "</p>");
    if (!report.headline().isEmpty()) {
      line("<p>" + Markup.of(report.headline()) + "</p>");
    }
    line("</header>");
    line("<main>");
    picture();
    findings();
    verdicts();
    connections();
    line("</main>");
    line("<script type=\"application/json\" id=\"data\">" + inScript(data) + "</script>");
    line("<script>" + script + "</script>");
    line("</body>");
    line("</html>");
    return out.toString();
  }

  private void picture() {
    line("<section aria-labelledby=\"graph-title\">");
    line("<h2 id=\"graph-title\">Graph</h2>");
    line("<div class=\"tools\" id=\"tools\" hidden>");
    line("<label>Search <input id=\"search\" type=\"search\" autocomplete=\"off\"></label>");
    line(
        "<label>Namespace <select id=\"namespace\"><option"
            + " value=\"\">all</option></select></label>");
    line("<label>Port <input id=\"port\" size=\"9\" placeholder=\"tcp/443\"></label>");
    line("<label>Verdict <select id=\"verdict\"><option value=\"\">all</option></select></label>");
    line("<button type=\"button\" id=\"larger\" aria-label=\"zoom in\">+</button>");
    line("<button type=\"button\" id=\"smaller\" aria-label=\"zoom out\">&#8722;</button>");
    line("<button type=\"button\" id=\"whole\">Whole graph</button>");
    line("<span id=\"found\" role=\"status\"></span>");
    line("</div>");
    line("<div class=\"split\">");
    line(
        "<div class=\"picture\" id=\"picture\" tabindex=\"0\" role=\"region\""
            + " aria-label=\"picture\">");
    out.append(GraphSvg.element(graph));
    line("</div>");
    line("<aside id=\"details\" aria-live=\"polite\" aria-label=\"details\" hidden></aside>");
    line("</div>");
    line("</section>");
  }

  private void findings() {
    line("<section aria-labelledby=\"findings-title\" id=\"findings\">");
    line("<h2 id=\"findings-title\">Findings</h2>");
    List<FindingGroup> groups = FindingGroup.of(report.entries());
    if (groups.isEmpty()) {
      line("<p>none</p>");
    } else {
      line("<div class=\"tools\" id=\"unfolding\" hidden>");
      line("<button type=\"button\" id=\"unfold\">Expand all</button>");
      line("<button type=\"button\" id=\"fold\">Collapse all</button>");
      line("</div>");
    }
    groups.forEach(this::group);
    line("</section>");
  }

  private void group(FindingGroup group) {
    List<Integer> numbers = group.numbers();
    line("<section class=\"group\">");
    if (!group.kind().isEmpty()) {
      line(
          "<h3>"
              + status(group.status())
              + Markup.of(group.kind())
              + " <span class=\"count\">("
              + Counted.of(numbers.size(), "finding", "findings")
              + ")</span></h3>");
    }
    int listed = numbers.size() > MOST_LISTED ? FIRST_LISTED : numbers.size();
    boolean few = numbers.size() <= MOST_OPEN;
    numbers.subList(0, listed).forEach(number -> finding(number, group, few));
    if (listed < numbers.size()) {
      line("<details class=\"more\"><summary>" + (numbers.size() - listed) + " more</summary>");
      numbers.subList(listed, numbers.size()).forEach(number -> finding(number, group, few));
      line("</details>");
    }
    line("</section>");
  }

  private static String status(Status status) {
    return "<span class=\"status " + status.word() + "\">" + status.word() + "</span> ";
  }

  private void finding(int number, FindingGroup group, boolean open) {
    Entry entry = report.entries().get(number);
    String heading = group.kind().isEmpty() ? "h3" : "h4";
    line(
        "<details class=\"finding "
            + entry.status().word()
            + "\" id=\"entry-"
            + number
            + "\" data-status=\""
            + entry.status().word()
            + "\""
            + (open ? " open" : "")
            + ">");
    line(
        "<summary><"
            + heading
            + ">"
            + (group.kind().isEmpty() ? status(entry.status()) : "")
            + Markup.of(group.rest(entry))
            + "</"
            + heading
            + "></summary>");
    line("<p class=\"place\">" + Markup.of(place(report.placeOf(entry))) + "</p>");
    if (!entry.path().isEmpty()) {
      line("<ol>");
      entry.path().forEach(this::hop);
      line("</ol>");
    }
    for (Note note : entry.otherNotes()) {
      line("<p>" + Markup.of(note.kind() + ": " + note.text()) + "</p>");
    }
    line("</details>");
  }

  private void hop(PathHop hop) {
    line("<li>" + Markup.of(hop.toString()) + "<ul>");
    for (PathStep step : hop.steps()) {
      line("<li>" + Markup.of(step.side() + ": " + step.text()) + "</li>");
    }
    line("</ul></li>");
  }

  private void verdicts() {
    line("<section aria-labelledby=\"verdicts-title\">");
    line("<h2 id=\"verdicts-title\">Claims that hold</h2>");
    if (report.entries().stream().anyMatch(entry -> entry.status().passed())) {
      passedClaims();
    } else {
      line("<p>none</p>");
    }
    list("Assumptions", assumptions());
    list("Summary", summary());
    line("</section>");
  }

  private void passedClaims() {
    line("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"table of claims\">");
    line("<table>");
    line(
        "<thead><tr><th scope=\"col\">claim</th><th scope=\"col\">verdict</th>"
            + "<th scope=\"col\">declared at</th></tr></thead>");
    line("<tbody>");
    for (int i = 0; i < report.entries().size(); i++) {
      Entry entry = report.entries().get(i);
      if (entry.status().passed()) {
        line(
            "<tr id=\"entry-"
                + i
                + "\" data-status=\""
                + entry.status().word()
                + "\"><td>"
                + Markup.of(entry.claim())
                + "</td><td>"
                + entry.status().word()
                + "</td><td>"
                + Markup.of(place(entry.place()))
                + "</td></tr>");
      }
    }
    line("</tbody>");
    line("</table>");
    line("</div>");
  }

  private List<String> assumptions() {
    return report.entries().stream()
        .flatMap(entry -> entry.assumptions().stream())
        .distinct()
        .toList();
  }

  /** Returns the summary without its line breaks: an indented line continues the one before. */
  private List<String> summary() {
    List<String> lines = new ArrayList<>();
    for (String line : report.summary()) {
      if (line.startsWith(" ") && !lines.isEmpty()) {
        lines.add(lines.removeLast() + " " + line.strip());
      } else {
        lines.add(line);
      }
    }
    return lines;
  }

  private void list(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      line("<h3>" + title + "</h3>");
      line("<ul>");
      lines.forEach(each -> line("<li>" + Markup.of(each.strip()) + "</li>"));
      line("</ul>");
    }
  }

  private void connections() {
    line("<section aria-labelledby=\"connections-title\">");
    line("<h2 id=\"connections-title\">Connections</h2>");
    line(
        "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"table of connections\">");
    out.append(EdgeTable.text(graph));
    line("</div>");
    line("</section>");
  }

  private static String place(Place place) {
    return switch (place) {
      case Place.At(var span) -> span.fileAndLine();
      case Place.InFile(String name) -> name;
      case Place.AtLine(String name, long at) -> name + ":" + at;
      case Place.Nowhere() -> "";
    };
  }

  /** Returns JSON in which no character ends the element around it. */
  private static String inScript(String json) {
    return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
