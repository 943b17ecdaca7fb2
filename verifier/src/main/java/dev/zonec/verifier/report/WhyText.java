package dev.zonec.verifier.report;

import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.query.Reasons;
import dev.zonec.verifier.semantics.Admission;
import dev.zonec.verifier.semantics.ClusterMatch;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Knob;
import dev.zonec.verifier.semantics.NearMiss;
import dev.zonec.verifier.semantics.Side;
import dev.zonec.verifier.why.Blocker;
import dev.zonec.verifier.why.Change;
import dev.zonec.verifier.why.Explanation;
import dev.zonec.verifier.why.Remedy;
import java.util.ArrayList;
import java.util.List;

/** Writes explanations as lines. */
public final class WhyText {
  private static final String INDENT = "             ";

  private WhyText() {}

  /** The lines of {@code explanations}; said so if there is nothing to explain. */
  public static List<String> lines(String question, List<Explanation> explanations) {
    if (explanations.isEmpty()) {
      return List.of("no two ends: " + question);
    }
    List<String> lines = new ArrayList<>();
    for (Explanation explanation : explanations) {
      lines.add(head(explanation));
      switch (explanation) {
        case Explanation.Allowed(Reasons reasons) -> allowed(reasons.decision(), lines);
        case Explanation.Denied(Reasons reasons, var blockers, Remedy remedy) -> {
          blockers.forEach(blocker -> blocker(blocker, lines));
          remedy(reasons, remedy, lines);
        }
      }
    }
    return lines;
  }

  private static String head(Explanation explanation) {
    Reasons reasons = explanation.reasons();
    String verdict =
        switch (explanation) {
          case Explanation.Allowed allowed -> "allowed";
          case Explanation.Denied denied -> "denied";
        };
    return verdict
        + ": "
        + reasons.from().label()
        + " -> "
        + reasons.to().label()
        + " : "
        + reasons.ports();
  }

  private static void allowed(Decision decision, List<String> lines) {
    if (decision instanceof Decision.Judged(Side egress, Side ingress)) {
      side(Direction.EGRESS, egress, lines);
      side(Direction.INGRESS, ingress, lines);
    } else {
      lines.addAll(HopText.sides(decision));
    }
  }

  /** As for a hop, but with every rule that admits. */
  private static void side(Direction direction, Side side, List<String> lines) {
    switch (side) {
      case Side.Admitted(List<Admission> by) -> {
        for (int i = 0; i < by.size(); i++) {
          lines.add(
              (i == 0 ? head(direction) : INDENT.substring(2))
                  + HopText.admitted(direction, by.get(i)));
        }
      }
      case Side.Passed(ClusterMatch by, Side then) -> {
        lines.add(head(direction) + "passed: " + ClusterRuleText.of(direction, by));
        side(direction, then, lines);
      }
      case Side.NothingToAsk other -> lines.addAll(HopText.side(direction, other));
      case Side.OutOfReach other -> lines.addAll(HopText.side(direction, other));
      case Side.NotIsolated other -> lines.addAll(HopText.side(direction, other));
      case Side.OwnNode other -> lines.addAll(HopText.side(direction, other));
      case Side.Undefined other -> lines.addAll(HopText.side(direction, other));
      case Side.Blocked other -> lines.addAll(HopText.side(direction, other));
      case Side.Decided other -> lines.addAll(HopText.side(direction, other));
    }
  }

  private static String head(Direction direction) {
    return "  " + (direction == Direction.EGRESS ? "egress   " : "ingress  ");
  }

  private static void blocker(Blocker blocker, List<String> lines) {
    String head = head(blocker.direction());
    switch (blocker) {
      case Blocker.Denied(Direction direction, ClusterMatch match, var tied) -> {
        lines.add(head + "denied by " + ClusterRuleText.of(direction, match));
        for (ClusterMatch other : tied) {
          lines.add(
              INDENT
                  + "undefined ("
                  + Knob.EQUAL_PRIORITY_TIES.word()
                  + "): at the same priority "
                  + ClusterRuleText.of(direction, other));
        }
      }
      case Blocker.Isolated(Direction direction, var by, var misses) -> {
        lines.add(head + "isolated, and no rule admits it:");
        for (Policy policy : by) {
          lines.add(INDENT + policy + "   " + policy.site().fileAndLine());
          List<NearMiss> own = misses.stream().filter(m -> m.policy().equals(policy)).toList();
          if (own.isEmpty()) {
            lines.add(INDENT + "  it has no " + direction.word() + " rule");
          }
          List<NearMiss> near =
              own.stream().filter(m -> m.peerMatches() || m.portMatches()).toList();
          near.forEach(miss -> lines.add(INDENT + "  " + miss(direction, miss)));
          int far = own.size() - near.size();
          if (far > 0) {
            lines.add(
                INDENT
                    + "  "
                    + (far == 1 ? "1 rule" : far + " rules")
                    + " for other peers and ports");
          }
        }
      }
      case Blocker.Undefined(Direction direction, Knob knob, var isolating) -> {
        lines.add(head + "undefined (" + knob.word() + "), taken as blocked");
        isolating.forEach(
            policy -> lines.add(INDENT + policy + "   " + policy.site().fileAndLine()));
      }
    }
  }

  private static String miss(Direction direction, NearMiss miss) {
    String why = miss.peerMatches() ? "other ports" : "other peers";
    return miss.rule().site().fileAndLine()
        + "   `"
        + direction.word()
        + ": "
        + RuleText.of(miss.rule())
        + "`   "
        + why;
  }

  private static void remedy(Reasons reasons, Remedy remedy, List<String> lines) {
    switch (remedy) {
      case Remedy.Unknown unknown -> lines.add("  no change of one policy a side would allow it");
      case Remedy.Changes(List<Change> changes) -> {
        lines.add(
            "  the smallest change that would allow " + reasons.example().transport() + ", tried:");
        changes.forEach(change -> change(change, lines));
      }
    }
  }

  private static void change(Change change, List<String> lines) {
    switch (change) {
      case Change.AddPort(Direction direction, Policy policy, var rule, var port) -> {
        lines.add(
            "    " + policy + ", its rule at " + rule.site().fileAndLine() + ": add the port");
        lines.add("      - " + RuleYaml.port(port));
        generated(policy, lines);
      }
      case Change.AddRule(Direction direction, Policy policy, var rule) -> {
        lines.add("    " + policy + ", " + policy.site().fileAndLine() + ": add");
        RuleYaml.lines(direction, rule).forEach(line -> lines.add("      " + line));
        generated(policy, lines);
      }
      case Change.AcceptBefore(Direction direction, var policy, var denying, var accepting) -> {
        lines.add(
            "    " + policy + ", before its rule at " + denying.site().fileAndLine() + ": add");
        RuleYaml.lines(direction, policy, accepting).forEach(line -> lines.add("      " + line));
      }
    }
  }

  private static void generated(Policy policy, List<String> lines) {
    if (policy.generated()) {
      lines.add("      zonec wrote this policy: declare a flow in its program instead");
    }
  }
}
