package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.verifier.origin.PolicyOrigin;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.query.NoConnection;
import dev.zonec.verifier.query.PortDecision;
import dev.zonec.verifier.semantics.ClusterMatch;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Fit;
import dev.zonec.verifier.semantics.NearMiss;
import dev.zonec.verifier.semantics.RuleMatch;
import dev.zonec.verifier.semantics.SideDecision;
import dev.zonec.verifier.why.Blocker;
import dev.zonec.verifier.why.Change;
import dev.zonec.verifier.why.Explanation;
import dev.zonec.verifier.why.Remedy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes explanations as maps and lists for JSON.
 *
 * @param origins the origins of the policies
 */
public record WhyData(PolicyOrigins origins) {
  /** Returns the explanations of {@code question}. */
  public Map<String, Object> of(String question, List<Explanation> explanations) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("query", question);
    out.put("explanations", explanations.stream().map(this::explanation).toList());
    return out;
  }

  private Map<String, Object> explanation(Explanation explanation) {
    return switch (explanation) {
      case Explanation.NotConnected(NoConnection end) -> {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("src", end.from());
        out.put("dst", end.to());
        out.put("verdict", "none");
        out.put("why", end.reason());
        yield out;
      }
      case Explanation.Allowed(PortDecision connections) -> {
        Map<String, Object> out = ends(connections);
        out.put("verdict", "allowed");
        List<Map<String, Object>> rules = new ArrayList<>();
        if (connections.decision()
            instanceof Decision.Judged(SideDecision egress, SideDecision ingress)) {
          rules(connections, Direction.EGRESS, egress, rules);
          rules(connections, Direction.INGRESS, ingress, rules);
        }
        out.put("rules", rules);
        yield out;
      }
      case Explanation.Denied denied -> {
        Map<String, Object> out = ends(denied.connections());
        out.put("verdict", "denied");
        out.put("blockers", denied.blockers().stream().map(this::blocker).toList());
        out.put("example", denied.connections().example().transport().toString());
        out.put("wanted", denied.scope().ports().words());
        out.put("wantedEveryAddress", denied.scope().everyAddress());
        out.put(
            "changes",
            denied.remedy() instanceof Remedy.Changes(List<Change> changes)
                ? changes.stream().map(WhyData::change).toList()
                : List.of());
        yield out;
      }
    };
  }

  private static Map<String, Object> ends(PortDecision connections) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("src", connections.from().label());
    out.put("dst", connections.to().label());
    out.put("ports", ConnectionsData.ports(connections.ports()));
    connections
        .call()
        .ifPresent(
            call -> {
              out.put("service", call.service().toString());
              call.port().ifPresent(port -> out.put("servicePort", port.port()));
              call.entrance().ifPresent(entrance -> out.put("entrance", entrance.toString()));
            });
    return out;
  }

  private void rules(
      PortDecision connections,
      Direction direction,
      SideDecision side,
      List<Map<String, Object>> rules) {
    switch (side.decisive()) {
      case SideDecision.Admitted(List<RuleMatch> by) ->
          by.forEach(
              each ->
                  rules.add(
                      withOrigin(
                          ruleAt(direction, each.policy().toString(), each.rule().span()),
                          origins.of(each, direction, connections.example()))));
      case SideDecision.Decided(ClusterMatch by, var tied) ->
          rules.add(ruleAt(direction, by.policy().toString(), by.rule().span()));
      case SideDecision.NotAPod other -> {}
      case SideDecision.OnHostNetwork other -> {}
      case SideDecision.NotIsolated other -> {}
      case SideDecision.OwnNode other -> {}
      case SideDecision.Undefined other -> {}
      case SideDecision.Blocked other -> {}
      case SideDecision.Passed other -> {}
    }
  }

  private static Map<String, Object> withOrigin(Map<String, Object> out, PolicyOrigin origin) {
    Map<String, Object> from = OriginText.data(origin);
    if (!from.isEmpty()) {
      out.put("from", from);
    }
    return out;
  }

  private static Map<String, Object> ruleAt(Direction direction, String policy, Span span) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("side", direction.word());
    out.put("policy", policy);
    out.put("file", span.source().name());
    out.put("line", span.line());
    return out;
  }

  private Map<String, Object> blocker(Blocker blocker) {
    Map<String, Object> out =
        switch (blocker) {
          case Blocker.Denied(Direction direction, var passed, ClusterMatch match, var tied) -> {
            Map<String, Object> rule =
                ruleAt(direction, match.policy().toString(), match.rule().span());
            rule.put("tier", match.policy().tier().name().toLowerCase(Locale.ROOT));
            yield rule;
          }
          case Blocker.Isolated(Direction direction, var passed, var by, var misses) -> {
            Map<String, Object> isolated = new LinkedHashMap<>();
            isolated.put("side", direction.word());
            isolated.put("tier", "networkpolicy");
            isolated.put(
                "policies",
                by.stream().map(policy -> isolating(direction, policy, misses)).toList());
            yield isolated;
          }
          case Blocker.Undefined(Direction direction, var passed, var knob, var isolating) -> {
            Map<String, Object> undefined = new LinkedHashMap<>();
            undefined.put("side", direction.word());
            undefined.put("undefined", knob.word());
            yield undefined;
          }
        };
    if (!blocker.passed().isEmpty()) {
      out.put(
          "passedBy",
          blocker.passed().stream()
              .map(by -> ruleAt(blocker.direction(), by.policy().toString(), by.rule().span()))
              .toList());
    }
    return out;
  }

  private Map<String, Object> isolating(Direction direction, Policy policy, List<NearMiss> misses) {
    Map<String, Object> out =
        withOrigin(ruleAt(direction, policy.toString(), policy.span()), origins.of(policy));
    List<Map<String, Object>> rules = new ArrayList<>();
    for (NearMiss miss : misses) {
      if (miss.policy().equals(policy)) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("line", miss.rule().span().line());
        putFit("peer", miss.peer(), rule);
        putFit("port", miss.port(), rule);
        rules.add(rule);
      }
    }
    out.put("rules", rules);
    return out;
  }

  private static void putFit(String part, Fit fit, Map<String, Object> out) {
    out.put(part + "Matches", fit.fits());
    switch (fit) {
      case Fit.Fits fits -> {}
      case Fit.Differs differs -> {}
      case Fit.Open(Knob knob) -> out.put(part + "HangsOn", knob.word());
      case Fit.UnknownLabels labels -> out.put(part + "HangsOn", "unknown labels");
      case Fit.UnknownAddress address -> out.put(part + "HangsOn", "unknown address");
    }
  }

  private static Map<String, Object> change(Change change) {
    return switch (change) {
      case Change.AddPorts(Direction direction, Policy policy, var rule, var more) -> {
        Map<String, Object> out = ruleAt(direction, policy.toString(), rule.span());
        out.put("addPorts", more.stream().map(RuleYaml::port).toList());
        yield out;
      }
      case Change.AddRule(Direction direction, Policy policy, var rule) -> {
        Map<String, Object> out = ruleAt(direction, policy.toString(), policy.span());
        out.put("addRule", String.join("\n", RuleYaml.lines(direction, rule)));
        yield out;
      }
      case Change.AcceptBefore(Direction direction, var policy, var denying, var accepting) -> {
        Map<String, Object> out = ruleAt(direction, policy.toString(), denying.span());
        out.put("addBefore", String.join("\n", RuleYaml.lines(direction, policy, accepting)));
        yield out;
      }
    };
  }
}
