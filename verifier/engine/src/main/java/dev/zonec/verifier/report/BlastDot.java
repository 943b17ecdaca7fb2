package dev.zonec.verifier.report;

import dev.zonec.model.label.LabelChanges;
import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.BlastRadius;
import dev.zonec.verifier.query.Relabelling;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes a blast radius as a Graphviz graph: the shortest paths, from left to right. */
public final class BlastDot {
  private BlastDot() {}

  /**
   * Returns the lines of the graph. The compromised ends are filled, and hops of {@code gains} that
   * need changed labels are red.
   */
  public static List<String> lines(BlastRadius radius, List<Relabelling.Gain> gains) {
    List<String> lines =
        new ArrayList<>(List.of("digraph blast {", "  rankdir=LR;", "  node [shape=box];"));
    for (AnswerEnd end : radius.ends()) {
      lines.add("  " + Dot.quoted(node(end)) + " [style=filled, fillcolor=salmon];");
    }
    Set<String> edges = new LinkedHashSet<>();
    Stream.concat(radius.reached().stream(), radius.reaching().stream())
        .flatMap(each -> each.path().hops().stream())
        .forEach(hop -> edges.add(edge(hop)));
    gains.stream().flatMap(gain -> gain.path().stream()).forEach(hop -> edges.add(edge(hop)));
    lines.addAll(edges);
    lines.add("}");
    return lines;
  }

  private static String edge(Relabelling.Hop hop) {
    List<String> label = new ArrayList<>(List.of(hop.hop().ports().toString()));
    for (LabelChanges changes : List.of(hop.from(), hop.to())) {
      if (!changes.isEmpty()) {
        label.add(RelabellingText.text(changes));
      }
    }
    return label.size() == 1
        ? edge(hop.hop())
        : edge(hop.hop(), String.join("; ", label), ", color=red, style=dashed");
  }

  private static String edge(Answer.Hop hop) {
    return edge(hop, hop.ports().toString(), "");
  }

  private static String edge(Answer.Hop hop, String label, String style) {
    return "  "
        + Dot.quoted(node(hop.from()))
        + " -> "
        + Dot.quoted(node(hop.to()))
        + " [label="
        + Dot.quoted(label)
        + style
        + "];";
  }

  /** The ranges of an external share a node. */
  private static String node(AnswerEnd end) {
    return BlastEntries.name(end).orElse(end.label());
  }
}
