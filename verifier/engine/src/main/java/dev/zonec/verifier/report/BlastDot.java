package dev.zonec.verifier.report;

import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.BlastRadius;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes a blast radius as a Graphviz graph: the shortest paths, from left to right. */
public final class BlastDot {
  private BlastDot() {}

  /** Returns the lines of the graph. The compromised ends are filled. */
  public static List<String> lines(BlastRadius radius) {
    List<String> lines =
        new ArrayList<>(List.of("digraph blast {", "  rankdir=LR;", "  node [shape=box];"));
    for (AnswerEnd end : radius.ends()) {
      lines.add("  " + Dot.quoted(node(end)) + " [style=filled, fillcolor=salmon];");
    }
    Set<String> edges = new LinkedHashSet<>();
    Stream.concat(radius.reached().stream(), radius.reaching().stream())
        .flatMap(each -> each.path().hops().stream())
        .forEach(hop -> edges.add(edge(hop)));
    lines.addAll(edges);
    lines.add("}");
    return lines;
  }

  private static String edge(Answer.Hop hop) {
    return "  "
        + Dot.quoted(node(hop.from()))
        + " -> "
        + Dot.quoted(node(hop.to()))
        + " [label="
        + Dot.quoted(hop.ports().toString())
        + "];";
  }

  /** The ranges of an external share a node. */
  private static String node(AnswerEnd end) {
    return BlastText.name(end).orElse(end.label());
  }
}
