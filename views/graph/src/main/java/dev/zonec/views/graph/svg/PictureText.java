package dev.zonec.views.graph.svg;

import dev.zonec.application.graph.Graph;
import dev.zonec.views.graph.layout.Size;
import dev.zonec.views.graph.layout.TextSizes;
import dev.zonec.views.graph.layout.TextWidth;
import dev.zonec.views.graph.notation.EdgeText;
import dev.zonec.views.graph.notation.ShownText;
import java.util.List;

/** The lines of text in a picture, and the room that they need. */
final class PictureText implements TextSizes {
  static final double NAME = 13;
  static final double DETAIL = 11;
  static final double LABEL = 10.5;
  static final double NAME_LINE = 18;
  static final double DETAIL_LINE = 15;
  static final double LABEL_LINE = 13;
  static final double CAPTION = 22;

  /** The greatest number of characters in a line; tooltips have the whole text. */
  private static final int LONGEST = 40;

  private static final int LONGEST_LABEL = 52;

  private static final double SIDE = 12;
  private static final double LEAST_WIDTH = 76;

  /** Returns the name of a node, shortened to a line. */
  static String name(Graph.Node node) {
    return shortened(node.name());
  }

  /** Returns the details of a node, each shortened to a line. */
  static List<String> details(Graph.Node node) {
    return node.details().stream().map(PictureText::shortened).toList();
  }

  /** Returns the caption of a box. */
  static String caption(Graph.Group group) {
    return shortened(group.kind().word() + " " + group.name());
  }

  /** Returns the lines of the label of an edge. */
  static List<String> label(Graph.Edge edge) {
    return EdgeText.label(edge).stream().map(line -> shortened(line, LONGEST_LABEL)).toList();
  }

  private static String shortened(String text) {
    return shortened(text, LONGEST);
  }

  /** Returns {@code text} shortened to {@code most} characters. */
  static String shortened(String text, int most) {
    String shown = ShownText.of(text);
    int length = shown.codePointCount(0, shown.length());
    return length <= most ? shown : shown.substring(0, shown.offsetByCodePoints(0, most - 1)) + "…";
  }

  @Override
  public Size of(Graph.Node node) {
    double width = TextWidth.of(name(node), NAME, true);
    for (String detail : details(node)) {
      width = Math.max(width, TextWidth.of(detail, DETAIL, false));
    }
    return new Size(
        Math.max(
            LEAST_WIDTH, width + 2 * SIDE + (node.kind() == Graph.NodeKind.EXTERNAL ? SIDE : 0)),
        NAME_LINE + node.details().size() * DETAIL_LINE + 14);
  }

  @Override
  public Size of(Graph.Edge edge) {
    double width = 0;
    for (String line : label(edge)) {
      width = Math.max(width, TextWidth.of(line, LABEL, !edge.kind().prefix().isEmpty()));
    }
    return new Size(width + 6, label(edge).size() * LABEL_LINE + 2);
  }

  @Override
  public Size of(Graph.Group group) {
    return new Size(TextWidth.of(caption(group), DETAIL, true) + 2 * SIDE, CAPTION + DETAIL_LINE);
  }

  @Override
  public double caption() {
    return CAPTION;
  }
}
