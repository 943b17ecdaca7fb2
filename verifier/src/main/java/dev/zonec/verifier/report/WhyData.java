package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Span;
import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.query.Reasons;
import dev.zonec.verifier.semantics.Admission;
import dev.zonec.verifier.semantics.ClusterMatch;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.NearMiss;
import dev.zonec.verifier.semantics.Side;
import dev.zonec.verifier.why.Blocker;
import dev.zonec.verifier.why.Change;
import dev.zonec.verifier.why.Explanation;
import dev.zonec.verifier.why.Remedy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes explanations as maps and lists, ready for JSON. */
public final class WhyData {
  private WhyData() {}

  /** The explanations of {@code question}. */
  public static Map<String, Object> of(String question, List<Explanation> explanations) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("query", question);
    out.put("explanations", explanations.stream().map(WhyData::explanation).toList());
    return out;
  }

  private static Map<String, Object> explanation(Explanation explanation) {
    Reasons reasons = explanation.reasons();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("src", reasons.from().label());
    out.put("dst", reasons.to().label());
    out.put("ports", ConnectionsData.ports(reasons.ports()));
    switch (explanation) {
      case Explanation.Allowed allowed -> {
        out.put("verdict", "allowed");
        List<Map<String, Object>> rules = new ArrayList<>();
        if (reasons.decision() instanceof Decision.Judged(Side egress, Side ingress)) {
          rules(Direction.EGRESS, egress, rules);
          rules(Direction.INGRESS, ingress, rules);
        }
        out.put("rules", rules);
      }
      case Explanation.Denied(Reasons denied, var blockers, Remedy remedy) -> {
        out.put("verdict", "denied");
        out.put("blockers", blockers.stream().map(WhyData::blocker).toList());
        out.put("example", denied.example().transport().toString());
        out.put(
            "changes",
            remedy instanceof Remedy.Changes(List<Change> changes)
                ? changes.stream().map(WhyData::change).toList()
                : List.of());
      }
    }
    return out;
  }

  private static void rules(Direction direction, Side side, List<Map<String, Object>> rules) {
    switch (side.last()) {
      case Side.Admitted(List<Admission> by) ->
          by.forEach(
              each -> rules.add(at(direction, each.policy().toString(), each.rule().site())));
      case Side.Decided(ClusterMatch by, var tied) ->
          rules.add(at(direction, by.policy().toString(), by.rule().site()));
      case Side.NothingToAsk other -> {}
      case Side.OutOfReach other -> {}
      case Side.NotIsolated other -> {}
      case Side.OwnNode other -> {}
      case Side.Undefined other -> {}
      case Side.Blocked other -> {}
      case Side.Passed other -> {}
    }
  }

  private static Map<String, Object> at(Direction direction, String policy, Span site) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("side", direction.word());
    out.put("policy", policy);
    out.put("file", site.source().name());
    out.put("line", site.line());
    return out;
  }

  private static Map<String, Object> blocker(Blocker blocker) {
    return switch (blocker) {
      case Blocker.Denied(Direction direction, ClusterMatch match, var tied) -> {
        Map<String, Object> out = at(direction, match.policy().toString(), match.rule().site());
        out.put("tier", match.policy().tier().name().toLowerCase(Locale.ROOT));
        yield out;
      }
      case Blocker.Isolated(Direction direction, var by, var misses) -> {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("side", direction.word());
        out.put("tier", "networkpolicy");
        out.put(
            "policies", by.stream().map(policy -> isolating(direction, policy, misses)).toList());
        yield out;
      }
      case Blocker.Undefined(Direction direction, var knob, var isolating) -> {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("side", direction.word());
        out.put("undefined", knob.word());
        yield out;
      }
    };
  }

  private static Map<String, Object> isolating(
      Direction direction, Policy policy, List<NearMiss> misses) {
    Map<String, Object> out = at(direction, policy.toString(), policy.site());
    List<Map<String, Object>> rules = new ArrayList<>();
    for (NearMiss miss : misses) {
      if (miss.policy().equals(policy)) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("line", miss.rule().site().line());
        rule.put("peerMatches", miss.peerMatches());
        rule.put("portMatches", miss.portMatches());
        rules.add(rule);
      }
    }
    out.put("rules", rules);
    return out;
  }

  private static Map<String, Object> change(Change change) {
    return switch (change) {
      case Change.AddPort(Direction direction, Policy policy, var rule, var port) -> {
        Map<String, Object> out = at(direction, policy.toString(), rule.site());
        out.put("addPort", RuleYaml.port(port));
        yield out;
      }
      case Change.AddRule(Direction direction, Policy policy, var rule) -> {
        Map<String, Object> out = at(direction, policy.toString(), policy.site());
        out.put("addRule", String.join("\n", RuleYaml.lines(direction, rule)));
        yield out;
      }
      case Change.AcceptBefore(Direction direction, var policy, var denying, var accepting) -> {
        Map<String, Object> out = at(direction, policy.toString(), denying.site());
        out.put("addBefore", String.join("\n", RuleYaml.lines(direction, policy, accepting)));
        yield out;
      }
    };
  }
}
