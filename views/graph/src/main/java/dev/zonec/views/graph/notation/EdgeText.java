package dev.zonec.views.graph.notation;

import dev.zonec.application.graph.Graph;
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
        ShownText.of((prefix.isEmpty() ? "" : prefix + ": ") + ports(edge.ports(), MOST_PORTS)));
    if (!edge.remark().isEmpty()) {
      lines.add(ShownText.of(edge.remark()));
    }
    return lines;
  }

  private static String ports(List<String> ports, int most) {
    return ports.size() <= most
        ? String.join(", ", ports)
        : String.join(", ", ports.subList(0, most - 1))
            + " and "
            + (ports.size() - most + 1)
            + " more";
  }

  /**
   * Returns a sentence such as {@code web -> cart : tcp/7070 (declared and allowed)}.
   *
   * @param from the name of the source
   * @param to the name of the destination
   */
  public static String sentence(Graph.Edge edge, String from, String to) {
    return ShownText.of(
        from
            + " -> "
            + to
            + " : "
            + String.join(", ", edge.ports())
            + " ("
            + edge.kind().meaning()
            + (edge.remark().isEmpty() ? "" : "; " + edge.remark())
            + ")");
  }
}
