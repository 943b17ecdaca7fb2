package dev.zonec.views.graph.notation;

import dev.zonec.application.graph.Graph;
import dev.zonec.diagnostics.ShortList;
import java.util.ArrayList;
import java.util.List;

/** The text of an edge. */
public final class EdgeText {
  /** The greatest number of ports in a label. */
  private static final int MOST_PORTS = 3;

  private EdgeText() {}

  /** Returns the lines of the label: what the ports are, the ports, and a remark. */
  public static List<String> label(Graph.Edge edge) {
    List<String> lines = new ArrayList<>();
    String prefix = edge.kind().prefix();
    lines.add(
        ShownText.of(
            (prefix.isEmpty() ? "" : prefix + ": ") + ShortList.atMost(edge.ports(), MOST_PORTS)));
    if (!edge.remark().isEmpty()) {
      lines.add(ShownText.of(edge.remark()));
    }
    return lines;
  }

  /**
   * Returns a sentence such as {@code web -> cart : tcp/7070 (declared and allowed)}.
   *
   * @param from the name of the source
   * @param to the name of the destination
   */
  public static String sentence(Graph.Edge edge, String from, String to) {
    return ShownText.of(
        from + " -> " + to + " : " + String.join(", ", edge.ports()) + " (" + kind(edge) + ")");
  }

  /** Returns the meaning of an edge, with its remark. */
  public static String kind(Graph.Edge edge) {
    return edge.kind().meaning() + (edge.remark().isEmpty() ? "" : "; " + edge.remark());
  }
}
