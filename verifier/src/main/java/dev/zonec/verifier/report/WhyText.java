package dev.zonec.verifier.report;

import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.query.Reasons;
import dev.zonec.verifier.semantics.ClusterMatch;
import dev.zonec.verifier.semantics.Knob;
import dev.zonec.verifier.semantics.NearMiss;
import dev.zonec.verifier.why.Blocker;
import dev.zonec.verifier.why.Change;
import dev.zonec.verifier.why.Explanation;
import dev.zonec.verifier.why.Remedy;
import java.util.ArrayList;
import java.util.List;

/** Writes explanations as lines. */
public final class WhyText {
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
        case Explanation.Allowed(Reasons reasons) ->
            lines.addAll(SideText.EVERY_RULE.sides(reasons.decision()));
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

  private static void blocker(Blocker blocker, List<String> lines) {
    String head = SideText.head(blocker.direction());
    switch (blocker) {
      case Blocker.Denied(Direction direction, ClusterMatch match, var tied) -> {
        lines.add(head + "denied by " + ClusterRuleText.of(direction, match));
        lines.addAll(SideText.tied(direction, tied));
      }
      case Blocker.Isolated(Direction direction, var by, var misses) -> {
        lines.add(head + "isolated, and no rule admits it:");
        for (Policy policy : by) {
          lines.add(SideText.under(policy));
          List<NearMiss> own = misses.stream().filter(m -> m.policy().equals(policy)).toList();
          if (own.isEmpty()) {
            lines.add(SideText.under("  it has no " + direction.word() + " rule"));
          }
          List<NearMiss> near =
              own.stream().filter(m -> m.peerMatches() || m.portMatches()).toList();
          near.forEach(miss -> lines.add(SideText.under("  " + miss(direction, miss))));
          int far = own.size() - near.size();
          if (far > 0) {
            String rules = far == 1 ? "1 rule" : far + " rules";
            lines.add(SideText.under("  " + rules + " for other peers and ports"));
          }
        }
      }
      case Blocker.Undefined(Direction direction, Knob knob, var isolating) -> {
        lines.add(head + "undefined (" + knob.word() + "), taken as blocked");
        isolating.forEach(policy -> lines.add(SideText.under(policy)));
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
