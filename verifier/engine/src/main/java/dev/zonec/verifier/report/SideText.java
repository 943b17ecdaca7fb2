package dev.zonec.verifier.report;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.verifier.origin.PolicyOrigin;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.semantics.ClusterMatch;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.RuleMatch;
import dev.zonec.verifier.semantics.SideDecision;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the sides of a decision, with the lines of the policies that decide.
 *
 * @param everyRule whether to write all rules that admit the connection, rather than the first one
 *     only
 * @param connection the connection that is decided
 * @param origins the origins of the policies
 */
record SideText(boolean everyRule, Connection connection, PolicyOrigins origins) {
  private static final String CONTINUATION = "           ";
  private static final String INDENT = CONTINUATION + "  ";

  /** Returns a line for each side; several lines if policies block the connection. */
  List<String> sides(Decision decision) {
    return switch (decision) {
      case Decision.SamePod samePod -> List.of("  always   a pod reaches itself");
      case Decision.OwnService ownService ->
          List.of("  always   a pod reaches itself through its Service");
      case Decision.Judged(SideDecision egress, SideDecision ingress) -> {
        List<String> lines = new ArrayList<>(side(Direction.EGRESS, egress));
        lines.addAll(side(Direction.INGRESS, ingress));
        yield lines;
      }
    };
  }

  /** Returns the lines of one side. */
  List<String> side(Direction direction, SideDecision side) {
    String head = head(direction);
    return switch (side) {
      case SideDecision.NotAPod nothing ->
          List.of(head + "no policy applies to an address outside the cluster");
      case SideDecision.OnHostNetwork out ->
          List.of(head + "no policy applies: the pod is on the network of its node");
      case SideDecision.NotIsolated free ->
          List.of(head + "no policy isolates the pod in this direction");
      case SideDecision.OwnNode own -> List.of(head + "always allowed: the pod's own node");
      case SideDecision.Undefined(Knob knob, boolean passes, var isolating) ->
          passes
              ? List.of(head + "undefined, taken as allowed: " + knob.word())
              : blocked(head, "undefined (" + knob.word() + "), taken as blocked by", isolating);
      case SideDecision.Admitted(var by) -> admitted(direction, by);
      case SideDecision.Blocked(var isolating) ->
          blocked(head, "isolated, and no rule admits the connection, by", isolating);
      case SideDecision.Decided decided -> {
        String rule = ClusterRuleText.of(direction, decided.by());
        List<String> lines = new ArrayList<>();
        lines.add(head + (decided.admits() ? rule : "blocked: " + rule));
        lines.addAll(tied(direction, decided.tied()));
        yield lines;
      }
      case SideDecision.Passed(var by, var then) -> {
        List<String> lines = new ArrayList<>();
        lines.add(head + "passed: " + ClusterRuleText.of(direction, by));
        lines.addAll(side(direction, then));
        yield lines;
      }
    };
  }

  private List<String> admitted(Direction direction, List<RuleMatch> by) {
    List<String> lines = new ArrayList<>();
    for (RuleMatch each : everyRule ? by : by.subList(0, 1)) {
      PolicyOrigin origin = origins.of(each, direction, connection);
      lines.add(
          (lines.isEmpty() ? head(direction) : CONTINUATION)
              + each.policy()
              + "   "
              + (OriginText.isPlanned(origin)
                  ? OriginText.planned(origin)
                  : each.rule().span().fileAndLine() + "   `" + rule(direction, each) + "`"));
      OriginText.details(origin).forEach(line -> lines.add(under(line)));
    }
    return lines;
  }

  private String rule(Direction direction, RuleMatch by) {
    return direction.word()
        + ": "
        + (everyRule ? RuleText.of(by, by.policy().namespace()) : RuleText.of(by));
  }

  private List<String> blocked(String head, String why, List<Policy> isolating) {
    List<String> lines = new ArrayList<>();
    lines.add(head + "blocked: " + why);
    isolating.forEach(policy -> lines.addAll(under(policy)));
    return lines;
  }

  /** Returns the beginning of the first line of a side. */
  static String head(Direction direction) {
    return "  " + (direction == Direction.EGRESS ? "egress   " : "ingress  ");
  }

  /** Returns a line below the first line of a side. */
  static String under(String text) {
    return INDENT + text;
  }

  /** Returns such lines for a policy: its place and its origin. */
  List<String> under(Policy policy) {
    PolicyOrigin origin = origins.of(policy);
    List<String> lines = new ArrayList<>();
    lines.add(
        under(
            policy
                + "   "
                + (OriginText.isPlanned(origin)
                    ? OriginText.planned(origin)
                    : policy.span().fileAndLine())));
    OriginText.details(origin).forEach(line -> lines.add(under("  " + line)));
    return lines;
  }

  /** Returns a line for each rule of equal priority that would decide differently. */
  static List<String> tied(Direction direction, List<ClusterMatch> tied) {
    return tied.stream()
        .map(
            match ->
                under(
                    "undefined ("
                        + Knob.EQUAL_PRIORITY_TIES.word()
                        + "): at the same priority "
                        + ClusterRuleText.of(direction, match)))
        .toList();
  }
}
