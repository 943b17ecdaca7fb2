package dev.zonec.verifier.report;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.SideDecision;
import java.util.ArrayList;
import java.util.List;

/** Writes connections with the lines that let them through or block them. */
public final class HopText {
  private HopText() {}

  /** {@code shop/web (Deployment) -> shop/cart (Deployment) on tcp/7070}. */
  public static String connection(String from, String to, Transport transport) {
    return from + " -> " + to + " on " + transport;
  }

  /** The connection, and under it a line for each side. */
  public static List<String> lines(Hop hop) {
    List<String> lines = new ArrayList<>();
    lines.add(connection(hop.from().label(), hop.to().label(), hop.transport()));
    lines.addAll(sides(hop.decision()));
    return lines;
  }

  /** A line for each side of a decision; more where policies block. */
  public static List<String> sides(Decision decision) {
    List<String> lines = new ArrayList<>();
    lines.addAll(side(Direction.EGRESS, decision.egress()));
    lines.addAll(side(Direction.INGRESS, decision.ingress()));
    return lines;
  }

  private static List<String> side(Direction direction, SideDecision decision) {
    String head = "  " + (direction == Direction.EGRESS ? "egress   " : "ingress  ");
    return switch (decision) {
      case SideDecision.NothingToAsk(var reason) -> List.of(head + "nothing to ask: " + reason);
      case SideDecision.NotIsolated() ->
          List.of(head + "no policy isolates the pod in this direction");
      case SideDecision.Always(var reason) -> List.of(head + "always allowed: " + reason);
      case SideDecision.Admitted admitted -> {
        SideDecision.Admission first = admitted.first();
        yield List.of(
            head
                + first.policy()
                + "   "
                + first.rule().site().fileAndLine()
                + "   `"
                + direction.word()
                + ": "
                + firstLine(first.rule().site())
                + "`");
      }
      case SideDecision.Blocked(var isolating) -> {
        List<String> lines = new ArrayList<>();
        lines.add(head + "blocked: isolated, and no rule admits the connection, by");
        for (Policy policy : isolating) {
          lines.add("             " + policy + "   " + policy.site().fileAndLine());
        }
        yield lines;
      }
    };
  }

  /** The line that a span begins on, from the list item's dash on. */
  static String firstLine(Span span) {
    SourceText source = span.source();
    String line = source.line(span.line()).strip();
    String shown = line.startsWith("-") ? line : span.text().lines().findFirst().orElse("").strip();
    return shown.length() > 60 ? shown.substring(0, 59) + "…" : shown;
  }
}
