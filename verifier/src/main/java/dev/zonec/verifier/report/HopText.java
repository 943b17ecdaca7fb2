package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.semantics.Admission;
import dev.zonec.verifier.semantics.ClusterMatch;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Knob;
import dev.zonec.verifier.semantics.Side;
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
    return switch (decision) {
      case Decision.SamePod samePod -> List.of("  always   a pod reaches itself");
      case Decision.OwnService ownService ->
          List.of("  always   a pod reaches itself through its Service");
      case Decision.Judged(Side egress, Side ingress) -> {
        List<String> lines = new ArrayList<>(side(Direction.EGRESS, egress));
        lines.addAll(side(Direction.INGRESS, ingress));
        yield lines;
      }
    };
  }

  private static List<String> side(Direction direction, Side side) {
    String head = "  " + (direction == Direction.EGRESS ? "egress   " : "ingress  ");
    return switch (side) {
      case Side.NothingToAsk nothing -> List.of(head + "nothing to ask: the address is external");
      case Side.OutOfReach out -> List.of(head + "nothing to ask: it is on its node's network");
      case Side.NotIsolated free -> List.of(head + "no policy isolates the pod in this direction");
      case Side.OwnNode own -> List.of(head + "always allowed: the pod's own node");
      case Side.Undefined(Knob knob, boolean passes, var isolating) ->
          passes
              ? List.of(head + "undefined, taken as allowed: " + knob.word())
              : blocked(head, "undefined (" + knob.word() + "), taken as blocked by", isolating);
      case Side.Admitted(var by) -> List.of(head + admitted(direction, by.getFirst()));
      case Side.Blocked(var isolating) ->
          blocked(head, "isolated, and no rule admits the connection, by", isolating);
      case Side.Decided decided -> decided(head, direction, decided);
      case Side.Passed(var by, var then) -> {
        List<String> lines = new ArrayList<>();
        lines.add(head + "passed: " + ClusterRuleText.of(direction, by));
        lines.addAll(side(direction, then));
        yield lines;
      }
    };
  }

  private static List<String> decided(String head, Direction direction, Side.Decided decided) {
    String rule = ClusterRuleText.of(direction, decided.by());
    List<String> lines = new ArrayList<>();
    lines.add(head + (decided.admits() ? rule : "blocked: " + rule));
    for (ClusterMatch tied : decided.tied()) {
      lines.add(
          "             undefined ("
              + Knob.EQUAL_PRIORITY_TIES.word()
              + "): at the same priority "
              + ClusterRuleText.of(direction, tied));
    }
    return lines;
  }

  private static String admitted(Direction direction, Admission first) {
    Span rule = first.rule().site();
    return first.policy()
        + "   "
        + rule.fileAndLine()
        + "   `"
        + direction.word()
        + ": "
        + RuleText.of(first)
        + "`";
  }

  private static List<String> blocked(String head, String why, List<Policy> isolating) {
    List<String> lines = new ArrayList<>();
    lines.add(head + "blocked: " + why);
    for (Policy policy : isolating) {
      lines.add("             " + policy + "   " + policy.site().fileAndLine());
    }
    return lines;
  }
}
