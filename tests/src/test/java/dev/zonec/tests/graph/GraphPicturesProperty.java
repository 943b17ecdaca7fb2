package dev.zonec.tests.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.application.graph.FoldedGraph;
import dev.zonec.application.graph.Graph;
import dev.zonec.views.graph.layout.Box;
import dev.zonec.views.graph.layout.LaidOut;
import dev.zonec.views.graph.layout.LayeredLayout;
import dev.zonec.views.graph.layout.Route;
import dev.zonec.views.graph.layout.Size;
import dev.zonec.views.graph.layout.TextSizes;
import dev.zonec.views.graph.notation.GraphDot;
import dev.zonec.views.graph.notation.GraphMermaid;
import dev.zonec.views.graph.svg.GraphHtml;
import dev.zonec.views.graph.svg.GraphSvg;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Pictures of random graphs, with names that contain the syntax of every format. */
final class GraphPicturesProperty {
  private static final List<String> PLAIN = List.of("web", "db", "a-longer-name.example", "x");

  private static final List<String> HOSTILE =
      List.of(
          "</title><script>alert(1)</script>",
          "\"/><image href=\"http://evil.example/x\" onload=\"alert(1)\"/>",
          "'>]]><!--",
          "\"]; evil -> evil; [label=\"",
          "\\",
          "\\\"",
          "end\nsubgraph evil\n",
          "\"]\n  click n0 href \"javascript:alert(1)\"\n",
          "%%{init: {\"securityLevel\": \"loose\"}}%%",
          "`markdown` <b>bold</b> #quot; #35;",
          "\u0000\u001b[31m\ud800\u202e\u2028\ufffe",
          "&amp;&#x3c;script&#x3e;",
          "*/ } .zg { display: none } /*",
          "\u65e5\u672c\u8a9e",
          "");

  /** The elements and attributes that a picture has. */
  private static final Set<String> ELEMENTS =
      Set.of("svg", "title", "desc", "style", "rect", "text", "g", "path", "circle");

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "xmlns",
          "class",
          "role",
          "aria-labelledby",
          "id",
          "width",
          "height",
          "viewBox",
          "transform",
          "x",
          "y",
          "rx",
          "d",
          "cx",
          "cy",
          "r",
          "text-anchor",
          "data-node",
          "data-edge");

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void picturesAreWellFormedAndContainNoOtherElements(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size) throws Exception {
    Graph graph = RandomGraphs.of(seed, size, HOSTILE);
    Document picture = parsed(GraphSvg.text(graph));
    Set<String> elements = new TreeSet<>();
    Set<String> attributes = new TreeSet<>();
    collect(picture.getDocumentElement(), elements, attributes);
    assertThat(ELEMENTS).containsAll(elements);
    assertThat(ATTRIBUTES).containsAll(attributes);
    assertThat(count(picture, "data-node")).isEqualTo(graph.nodes().size());
    // A line and a label.
    assertThat(count(picture, "data-edge")).isEqualTo(2 * graph.edges().size());
    Element root = picture.getDocumentElement();
    assertThat(root.getAttribute("role")).isEqualTo("img");
    assertThat(root.getElementsByTagName("desc").item(0).getTextContent()).isNotBlank();
  }

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void theSameGraphHasTheSameBytes(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size) {
    assertThat(GraphSvg.text(RandomGraphs.of(seed, size, PLAIN)))
        .isEqualTo(GraphSvg.text(RandomGraphs.of(seed, size, PLAIN)));
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void notationsHaveOneLineForEachNodeAndEdge(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size) {
    Graph graph = RandomGraphs.of(seed, size, HOSTILE);
    List<String> dot =
        GraphDot.text(graph).lines().map(GraphPicturesProperty::withoutText).toList();
    assertThat(dot.stream().filter(line -> line.matches(" *n\\d+ \\[label=.*];")))
        .hasSize(graph.nodes().size());
    assertThat(dot.stream().filter(line -> line.matches(" *n\\d+ -> n\\d+ \\[label=.*];")))
        .hasSize(graph.edges().size());
    assertThat(dot)
        .allMatch(
            line ->
                line.matches(
                    "digraph zonec \\{| *(graph|node|edge) \\[.*];| *n\\d+( -> n\\d+)? \\[.*];|"
                        + " *subgraph cluster\\d+ \\{| *label=T;| *}| *\\{ rank=same;["
                        + " n0-9;]*}.*"));
    List<String> chart =
        GraphMermaid.text(graph).lines().map(GraphPicturesProperty::withoutText).toList();
    assertThat(chart)
        .allMatch(
            line ->
                line.matches(
                    "%%[^{}]*|flowchart LR| *subgraph [gl]\\d+ \\[T]| *end|"
                        + " *n\\d+(\\[T]|\\[\\[T]]|\\(\\[T]\\))| *n\\d+ [-=.>x]+\\|T\\| n\\d+|"
                        + " *linkStyle [\\d,]+ stroke:#\\w+| *style \\w+ [\\w#:,. -]+|"
                        + " *notes\\[T]"));
    assertThat(chart.stream().filter(line -> line.contains("|T|"))).hasSize(graph.edges().size());
  }

  /** Replaces each quoted text, which may contain escaped quotes. */
  private static String withoutText(String line) {
    return line.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "T");
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void nothingOverlaps(@ForAll long seed, @ForAll @IntRange(min = 1, max = 14) int size) {
    Graph graph = RandomGraphs.of(seed, size, PLAIN);
    LaidOut places = LayeredLayout.of(graph, new FixedSizes());
    List<Box> boxes = new ArrayList<>(places.nodes().values());
    assertThat(boxes).hasSize(graph.nodes().size());
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(overlap(boxes.get(i), boxes.get(j))).isFalse();
      }
    }
    for (Graph.Node node : graph.nodes()) {
      Box box = places.nodes().get(node.id());
      node.group().ifPresent(group -> assertThat(isIn(box, places.groups().get(group))).isTrue());
      for (Graph.Group group : graph.groups()) {
        if (isAround(graph, group, node)) {
          continue;
        }
        assertThat(overlap(box, places.groups().get(group.id()))).isFalse();
      }
      for (Route route : places.routes()) {
        assertThat(overlap(route.label(), box)).isFalse();
      }
    }
    for (int i = 0; i < graph.edges().size(); i++) {
      Graph.Edge edge = graph.edges().get(i);
      Route route = places.routes().get(i);
      assertThat(touches(route.points().getFirst(), places.nodes().get(edge.from()))).isTrue();
      assertThat(touches(route.points().getLast(), places.nodes().get(edge.to()))).isTrue();
    }
  }

  @Property(tries = 12, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void largeGraphsAreFolded(@ForAll long seed, @ForAll @IntRange(min = 61, max = 900) int size)
      throws Exception {
    Graph graph = RandomGraphs.of(seed, size, PLAIN);
    Graph folded = FoldedGraph.of(graph);
    assertThat(folded.nodes()).hasSizeLessThanOrEqualTo(FoldedGraph.MOST_NODES + externals(graph));
    Set<String> ids = new TreeSet<>();
    folded.nodes().forEach(node -> ids.add(node.id()));
    if (!folded.notes().toString().contains("folded")) {
      // Only an external that nothing but a default connects is left out without folding.
      assertThat(graph.nodes())
          .allMatch(node -> ids.contains(node.id()) || node.kind() == Graph.NodeKind.EXTERNAL);
    }
    assertThat(folded.edges()).allMatch(e -> ids.contains(e.from()) && ids.contains(e.to()));
    parsed(GraphSvg.text(folded));
  }

  private static int externals(Graph graph) {
    return (int)
        graph.nodes().stream()
            .filter(node -> node.marked() || node.kind() == Graph.NodeKind.EXTERNAL)
            .count();
  }

  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void pagesLoadNothingAndRunNothing(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int size) {
    String page = GraphHtml.text(RandomGraphs.of(seed, size, HOSTILE));
    assertThat(page)
        .contains("Content-Security-Policy\" content=\"default-src 'none';")
        .doesNotContainIgnoringCase("<script")
        .doesNotContainIgnoringCase("<image")
        .doesNotContainIgnoringCase("<b>");
  }

  private static boolean overlap(Box a, Box b) {
    return a.x() < b.right() - 0.01
        && b.x() < a.right() - 0.01
        && a.y() < b.bottom() - 0.01
        && b.y() < a.bottom() - 0.01;
  }

  private static boolean isIn(Box inner, Box outer) {
    return outer.x() <= inner.x()
        && outer.y() <= inner.y()
        && inner.right() <= outer.right()
        && inner.bottom() <= outer.bottom();
  }

  private static boolean isAround(Graph graph, Graph.Group group, Graph.Node node) {
    Optional<String> around = node.group();
    while (around.isPresent()) {
      if (around.get().equals(group.id())) {
        return true;
      }
      String id = around.get();
      around =
          graph.groups().stream()
              .filter(each -> each.id().equals(id))
              .findFirst()
              .flatMap(Graph.Group::outer);
    }
    return false;
  }

  private static boolean touches(Route.Point point, Box box) {
    return box.x() - 1 <= point.x()
        && point.x() <= box.right() + 1
        && box.y() - 1 <= point.y()
        && point.y() <= box.bottom() + 1;
  }

  private static Document parsed(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }

  private static long count(Document picture, String attribute) {
    NodeList all = picture.getElementsByTagName("g");
    long found = 0;
    for (int i = 0; i < all.getLength(); i++) {
      found += ((Element) all.item(i)).hasAttribute(attribute) ? 1 : 0;
    }
    return found;
  }

  private static void collect(Element element, Set<String> elements, Set<String> attributes) {
    elements.add(element.getTagName());
    NamedNodeMap own = element.getAttributes();
    for (int i = 0; i < own.getLength(); i++) {
      attributes.add(own.item(i).getNodeName());
    }
    NodeList children = element.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i).getNodeType() == Node.ELEMENT_NODE) {
        collect((Element) children.item(i), elements, attributes);
      }
    }
  }

  private record FixedSizes() implements TextSizes {
    @Override
    public Size of(Graph.Node node) {
      return new Size(90 + 10 * node.name().length(), 40);
    }

    @Override
    public Size of(Graph.Edge edge) {
      return new Size(50, 16);
    }

    @Override
    public Size of(Graph.Group group) {
      return new Size(80, 40);
    }

    @Override
    public double caption() {
      return 22;
    }
  }
}
