package dev.zonec.verifier.report;

import dev.zonec.diagnostics.DiagnosticData;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.label.LabelChanges;
import dev.zonec.verifier.finding.FindingHop;
import dev.zonec.verifier.finding.FindingRule;
import dev.zonec.verifier.finding.FindingSide;
import dev.zonec.verifier.origin.PolicyOrigin;
import dev.zonec.verifier.origin.PolicyOrigin.Statement;
import dev.zonec.verifier.semantics.SideDecision;
import dev.zonec.verifier.smt.Witness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the connections of counterexamples as maps and lists for JSON. */
final class HopData {
  private HopData() {}

  /** Returns the connection with its ends, and with the decision and the rules of both sides. */
  static Map<String, Object> of(FindingHop found) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("from", end(found.hop().from(), found.from()));
    if (!found.hop().relabelled().isEmpty()) {
      out.put("relabelled", labels(found.hop().relabelled()));
    }
    out.put("to", end(found.hop().to(), found.to()));
    out.put("family", found.hop().family().name().toLowerCase(Locale.ROOT));
    out.put("port", found.hop().transport().toString());
    out.put("allowed", found.hop().decision().isAllowed());
    out.put("sides", found.sides().stream().map(HopData::side).toList());
    return out;
  }

  /** Returns the new value of each label; null if the label is removed. */
  private static Map<String, @Nullable Object> labels(LabelChanges changes) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    changes.changes().forEach((key, value) -> out.put(key, value.orElse(null)));
    return out;
  }

  private static Map<String, Object> end(Witness witness, List<String> parties) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("label", witness.label());
    out.put("declared", witness.declared());
    out.put("parties", parties);
    switch (witness.endpoint()) {
      case Endpoint.Pod pod -> {
        out.put("kind", "pod");
        out.put("namespace", pod.namespace().name());
        out.put("labels", pod.labels());
      }
      case Endpoint.External external -> {
        out.put("kind", "address");
        out.put("address", external.address().toString());
      }
      case Endpoint.Node node -> {
        out.put("kind", "node");
        out.put("name", node.name());
      }
    }
    return out;
  }

  private static Map<String, Object> side(FindingSide found) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("side", found.direction().word());
    out.put("allowed", found.side().admits());
    SideDecision last = found.side().decisive();
    out.put("reason", reason(last));
    if (last instanceof SideDecision.Undefined(Knob knob, var passes, var isolating)) {
      out.put("undefined", knob.word());
    }
    out.put("rules", found.rules().stream().map(HopData::rule).toList());
    return out;
  }

  private static String reason(SideDecision side) {
    return switch (side) {
      case SideDecision.NotAPod nothing -> "not-a-pod";
      case SideDecision.OnHostNetwork out -> "host-network";
      case SideDecision.NotIsolated free -> "not-isolated";
      case SideDecision.OwnNode own -> "own-node";
      case SideDecision.Undefined undefined -> "undefined";
      case SideDecision.Admitted admitted -> "admitted";
      case SideDecision.Blocked blocked -> "isolated";
      case SideDecision.Decided decided -> decided.admits() ? "accepted" : "denied";
      case SideDecision.Passed passed -> reason(passed.decisive());
    };
  }

  private static Map<String, Object> rule(FindingRule rule) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("effect", rule.effect().name().toLowerCase(Locale.ROOT));
    out.put("tier", rule.tier().name().toLowerCase(Locale.ROOT).replace("_", ""));
    out.put("policy", rule.policy());
    putOrigin(out, rule.span(), rule.origin());
    return out;
  }

  /** Puts the place of a policy or rule, and where it comes from. */
  static void putOrigin(Map<String, Object> out, Span span, PolicyOrigin origin) {
    // A policy that is compiled in memory is in no file.
    if (!OriginText.isPlanned(origin)) {
      out.put("place", DiagnosticData.place(span));
    }
    switch (origin) {
      case PolicyOrigin.HandWritten written -> out.put("origin", "written");
      case PolicyOrigin.Compiled compiled -> {
        out.put("origin", "compiled");
        out.put("from", compiled.statements().stream().map(HopData::statement).toList());
      }
      case PolicyOrigin.Modified(Statement zone) -> {
        out.put("origin", "differs");
        out.put("from", List.of(statement(zone)));
      }
      case PolicyOrigin.OtherProgram foreign -> out.put("origin", "foreign");
    }
  }

  private static Map<String, Object> statement(Statement statement) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("kind", statement.kind().word());
    out.put("text", statement.text());
    out.put("place", DiagnosticData.place(statement.span()));
    return out;
  }
}
