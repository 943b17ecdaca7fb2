package dev.zonec.views.graph.svg;

import dev.zonec.application.graph.Graph;
import dev.zonec.diagnostics.ShortList;
import dev.zonec.views.graph.layout.Box;
import dev.zonec.views.graph.layout.LaidOut;
import dev.zonec.views.graph.layout.LayeredLayout;
import dev.zonec.views.graph.layout.Route;
import dev.zonec.views.graph.layout.TextWidth;
import dev.zonec.views.graph.notation.EdgeText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes a graph as an SVG picture. Its text is also the alternative for readers who cannot see it;
 * tooltips name the rules of edges. The same graph always gives the same bytes.
 */
public final class GraphSvg {
  private static final double MARGIN = 18;
  private static final double TITLE = 58;
  private static final double BAND = 24;
  private static final double LEGEND_LINE = 20;
  private static final double LEGEND_KEY = 46;

  /** The greatest radius of the corners of an external. */
  private static final double MOST_ROUND = 24;

  private static final double INDENTED = 18;
  private static final String INDENT = "  ";
  private static final int LONGEST_RULE = 160;

  /** The greatest number of edges in the description. */
  private static final int MOST_DESCRIBED = 80;

  /** The greatest number of workloads in a tooltip. */
  private static final int MOST_MEMBERS = 40;

  /** The greatest number of rules in a tooltip. */
  private static final int MOST_RULES = 8;

  private final Graph graph;
  private final PictureText sizes = new PictureText();
  private final LaidOut places;
  private final RuleText rules;
  private final Map<String, String> names = new HashMap<>();
  private final StringBuilder out = new StringBuilder();
  private final double top;
  private final double width;
  private final double height;

  private GraphSvg(Graph graph) {
    this.graph = graph;
    this.rules = new RuleText(graph);
    this.places = LayeredLayout.of(graph, sizes);
    graph.nodes().forEach(node -> names.put(node.id(), node.name()));
    this.top = TITLE + (graph.layers().isEmpty() ? 0 : BAND);
    this.width = Math.ceil(Math.max(places.size().width(), widestText()) + 2 * MARGIN);
    this.height =
        Math.ceil(
            top
                + places.size().height()
                + (legend().size() + lines().size()) * LEGEND_LINE
                + 2 * MARGIN);
  }

  /** Returns the picture as a document of its own. */
  public static String text(Graph graph) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element(graph);
  }

  /** Returns the picture as an element of a page. */
  public static String element(Graph graph) {
    return new GraphSvg(graph).element();
  }

  private String element() {
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"zg\" role=\"img\""
            + " aria-labelledby=\"zg-title zg-desc\" width=\""
            + number(width)
            + "\" height=\""
            + number(height)
            + "\" viewBox=\"0 0 "
            + number(width)
            + " "
            + number(height)
            + "\">");
    line("<title id=\"zg-title\">" + Markup.of(graph.title()) + "</title>");
    line("<desc id=\"zg-desc\">" + Markup.of(description()) + "</desc>");
    line("<style>\n" + style() + "</style>");
    line("<rect class=\"page\" width=\"100%\" height=\"100%\"/>");
    text("title", MARGIN, 28, graph.title());
    text("about", MARGIN, 46, graph.subtitle());
    line("<g transform=\"translate(" + number(MARGIN) + " " + number(top) + ")\">");
    graph.groups().forEach(this::group);
    bands();
    for (int i = 0; i < graph.edges().size(); i++) {
      edge(i);
    }
    for (int i = 0; i < graph.nodes().size(); i++) {
      node(i);
    }
    for (int i = 0; i < graph.edges().size(); i++) {
      label(i);
    }
    line("</g>");
    legend(top + places.size().height() + MARGIN);
    line("</svg>");
    return out.toString();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void text(String css, double x, double y, String content) {
    text(css, "", x, y, content);
  }

  private void centered(String css, double x, double y, String content) {
    text(css, " text-anchor=\"middle\"", x, y, content);
  }

  private void text(String css, String anchor, double x, double y, String content) {
    line(
        "<text class=\""
            + css
            + "\""
            + anchor
            + " x=\""
            + number(x)
            + "\" y=\""
            + number(y)
            + "\">"
            + Markup.of(content)
            + "</text>");
  }

  private static String number(double value) {
    return Markup.number(value);
  }

  /** Returns the style sheet of pictures. */
  public static String style() {
    return Resource.text(GraphSvg.class, "graph.css");
  }

  /**
   * Returns the script that lets a reader zoom and move a picture in a page. It declares the
   * function {@code zoomable} and stands before the script of the page.
   */
  public static String zoomScript() {
    return Resource.text(GraphSvg.class, "zoom.js");
  }

  /** Returns the style sheet of pictures that a reader can zoom, for the style of the page. */
  public static String zoomStyle() {
    return Resource.text(GraphSvg.class, "zoom.css");
  }

  private double widestText() {
    double widest =
        Math.max(
            TextWidth.of(graph.title(), 17, true), TextWidth.of(graph.subtitle(), 11.5, false));
    for (String line : lines()) {
      widest = Math.max(widest, TextWidth.of(line, 11.5, false));
    }
    for (Graph.EdgeKind kind : legend()) {
      widest = Math.max(widest, LEGEND_KEY + TextWidth.of(kind.meaning(), 11.5, false));
    }
    return widest;
  }

  private String description() {
    List<String> sentences = new ArrayList<>(List.of(graph.subtitle() + "."));
    graph.edges().stream()
        .limit(MOST_DESCRIBED)
        .forEach(edge -> sentences.add(sentence(edge) + "."));
    if (graph.edges().size() > MOST_DESCRIBED) {
      sentences.add("And " + (graph.edges().size() - MOST_DESCRIBED) + " more edges.");
    }
    graph.notes().forEach(note -> sentences.add(note + "."));
    return String.join(" ", sentences);
  }

  private String sentence(Graph.Edge edge) {
    return EdgeText.sentence(edge, name(edge.from()), name(edge.to()));
  }

  private String name(String id) {
    return names.getOrDefault(id, id);
  }

  private void bands() {
    for (int layer = 0; layer < graph.layers().size(); layer++) {
      double left = Double.MAX_VALUE;
      double right = 0;
      for (Graph.Node node : graph.nodes()) {
        if (node.layer() == layer) {
          Box box = outermost(node);
          left = Math.min(left, box.x());
          right = Math.max(right, box.right());
        }
      }
      if (left < right) {
        line(
            "<rect class=\"band\" x=\""
                + number(left - 8)
                + "\" y=\""
                + number(-BAND)
                + "\" width=\""
                + number(right - left + 16)
                + "\" height=\""
                + number(places.size().height() + BAND)
                + "\" rx=\"8\"/>");
        text("band-name", left, -8, graph.layers().get(layer));
      }
    }
  }

  /** Returns the place of the largest box around a node whose nodes are all in its layer. */
  private Box outermost(Graph.Node node) {
    Box found = Objects.requireNonNull(places.nodes().get(node.id()));
    Optional<String> around = node.group();
    while (around.isPresent() && isInLayer(around.get(), node.layer())) {
      String id = around.get();
      found = Objects.requireNonNull(places.groups().get(id));
      around = outer(id);
    }
    return found;
  }

  private Optional<String> outer(String group) {
    return graph.groups().stream()
        .filter(each -> each.id().equals(group))
        .findFirst()
        .flatMap(Graph.Group::outer);
  }

  private boolean isInLayer(String group, int layer) {
    return graph.nodes().stream()
        .filter(node -> isIn(node.group(), group))
        .allMatch(node -> node.layer() == layer);
  }

  private boolean isIn(Optional<String> inner, String group) {
    return inner.isPresent() && (inner.get().equals(group) || isIn(outer(inner.get()), group));
  }

  private void group(Graph.Group group) {
    Box box = Objects.requireNonNull(places.groups().get(group.id()));
    String css = group.kind() == Graph.GroupKind.ZONE ? "box zone-box" : "box";
    line("<g><title>" + Markup.of(group.kind().word() + " " + group.name()) + "</title>");
    line("<rect class=\"" + css + "\"" + corners(box) + " rx=\"10\"/>");
    text("box-name", box.x() + 12, box.y() + 17, PictureText.caption(group));
    line("</g>");
  }

  private static String corners(Box box) {
    return " x=\""
        + number(box.x())
        + "\" y=\""
        + number(box.y())
        + "\" width=\""
        + number(box.width())
        + "\" height=\""
        + number(box.height())
        + "\"";
  }

  private void node(int number) {
    Graph.Node node = graph.nodes().get(number);
    Box box = Objects.requireNonNull(places.nodes().get(node.id()));
    line(
        "<g class=\"node "
            + css(node.kind())
            + (node.marked() ? " marked" : "")
            + "\" data-node=\""
            + number
            + "\"><title>"
            + Markup.of(tooltip(node))
            + "</title>");
    boolean round = node.kind() == Graph.NodeKind.EXTERNAL;
    line(
        "<rect"
            + corners(box)
            + " rx=\""
            + (round ? number(Math.min(box.height() / 2, MOST_ROUND)) : "6")
            + "\"/>");
    double middle = box.x() + box.width() / 2;
    // A node with many edges is higher than its text.
    double y = box.y() + 7 + 13 + (box.height() - sizes.of(node).height()) / 2;
    centered("name", middle, y, PictureText.name(node));
    for (String detail : PictureText.details(node)) {
      y += PictureText.DETAIL_LINE;
      centered("detail", middle, y, detail);
    }
    line("</g>");
  }

  private static String css(Graph.NodeKind kind) {
    return kind == Graph.NodeKind.ENTRANCE ? "entrance-node" : kind.word();
  }

  private static String tooltip(Graph.Node node) {
    return node.kind().word()
        + " "
        + node.name()
        + (node.members().isEmpty() ? "" : ": " + ShortList.of(node.members(), MOST_MEMBERS));
  }

  private void edge(int number) {
    Graph.Edge edge = graph.edges().get(number);
    Route route = places.routes().get(number);
    line(
        "<g class=\""
            + edge.kind().word()
            + "\" data-edge=\""
            + number
            + "\"><title>"
            + Markup.of(tooltip(edge))
            + "</title>");
    List<Route.Point> points = route.points();
    out.append(EdgeStrokes.of(edge.kind(), points, true));
    line("</g>");
  }

  private String tooltip(Graph.Edge edge) {
    List<String> lines = new ArrayList<>(List.of(sentence(edge)));
    edge.steps().stream().limit(MOST_RULES).forEach(step -> lines.add(rules.of(step)));
    if (edge.steps().size() > MOST_RULES) {
      lines.add("and " + (edge.steps().size() - MOST_RULES) + " more rules");
    }
    return String.join(" · ", lines);
  }

  private void label(int number) {
    Graph.Edge edge = graph.edges().get(number);
    Box box = places.routes().get(number).label();
    boolean strong = !edge.kind().prefix().isEmpty();
    line(
        "<g class=\"label "
            + edge.kind().word()
            + (strong ? " strong" : "")
            + "\" data-edge=\""
            + number
            + "\">");
    line("<rect" + corners(box) + " rx=\"3\"/>");
    double y = box.y() + 10.5;
    for (String text : PictureText.label(edge)) {
      centered("ports", box.x() + box.width() / 2, y, text);
      y += PictureText.LABEL_LINE;
    }
    line("</g>");
  }

  /** Returns the lines below the legend: the notes, and the rules of edges if they are listed. */
  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Graph.Edge edge : graph.explained() ? graph.edges() : List.<Graph.Edge>of()) {
      lines.add(sentence(edge));
      edge.steps()
          .forEach(step -> lines.add(INDENT + PictureText.shortened(rules.of(step), LONGEST_RULE)));
    }
    lines.addAll(graph.notes());
    return lines;
  }

  private List<Graph.EdgeKind> legend() {
    return graph.edges().stream().map(Graph.Edge::kind).distinct().sorted().toList();
  }

  private void legend(double from) {
    double y = from + 6;
    for (Graph.EdgeKind kind : legend()) {
      Route.Point start = new Route.Point(MARGIN, y);
      Route.Point end = new Route.Point(MARGIN + LEGEND_KEY - 10, y);
      line("<g class=\"" + kind.word() + "\">");
      out.append(EdgeStrokes.of(kind, List.of(start, end), false));
      line("</g>");
      text("note", MARGIN + LEGEND_KEY, y + 4, kind.meaning());
      y += LEGEND_LINE;
    }
    for (String line : lines()) {
      text("note", MARGIN + (line.startsWith(INDENT) ? INDENTED : 0), y + 4, line.strip());
      y += LEGEND_LINE;
    }
  }
}
