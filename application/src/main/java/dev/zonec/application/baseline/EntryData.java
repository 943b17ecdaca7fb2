package dev.zonec.application.baseline;

import dev.zonec.verifier.accepted.Acceptance;
import dev.zonec.verifier.accepted.AcceptedEnd;
import dev.zonec.verifier.accepted.Extent;
import dev.zonec.verifier.accepted.Extent.Admission;
import dev.zonec.verifier.accepted.Extent.Cause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes entries as maps for YAML. {@link EntryReader} reads them. */
final class EntryData {
  static final String ID = "id";
  static final String CLAIM = "claim";
  static final String ACCEPTS = "accepts";
  static final String FROM = "from";
  static final String TO = "to";
  static final String PARTIES = "parties";
  static final String NAMESPACE = "namespace";
  static final String FLOW = "flow";
  static final String EGRESS = "egress";
  static final String INGRESS = "ingress";
  static final String HOPS = "hops";
  static final String WORKLOAD = "workload";
  static final String REASON = "reason";
  static final String UNTIL = "until";

  static final String CONNECTIONS = "connections";
  static final String BLOCKED_CONNECTIONS = "blocked-connections";
  static final String BLOCKED_FLOW = "blocked-flow";
  static final String PATHS = "paths";
  static final String SHARED_POD = "shared-pod";

  /** A side that no policy restricts. No content of a rule has this form. */
  static final String UNRESTRICTED = "unrestricted";

  private EntryData() {}

  /** Returns {@code entries}. Those that differ in their variants only are one entry. */
  static List<Map<String, Object>> of(List<BaselineEntry> entries) {
    Variants<Acceptance> variants = new Variants<>();
    entries.forEach(entry -> variants.add(entry.variant(), entry.acceptance()));
    return variants.written(EntryData::of);
  }

  private static Map<String, Object> of(Acceptance acceptance, List<String> variants) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put(ID, acceptance.id());
    out.put(CLAIM, acceptance.claim());
    Variants.put(out, variants);
    put(out, acceptance.extent());
    out.put(REASON, acceptance.reason());
    out.put(UNTIL, acceptance.until().toString());
    return out;
  }

  private static void put(Map<String, Object> out, Extent extent) {
    switch (extent) {
      case Extent.Connections(AcceptedEnd from, AcceptedEnd to, Cause cause) -> {
        out.put(ACCEPTS, CONNECTIONS);
        out.put(FROM, of(from));
        out.put(TO, of(to));
        switch (cause) {
          case Cause.ByFlow(String flow) -> out.put(FLOW, flow);
          case Cause.ByRules(Admission egress, Admission ingress) -> {
            out.put(EGRESS, of(egress));
            out.put(INGRESS, of(ingress));
          }
        }
      }
      case Extent.BlockedConnections(AcceptedEnd from, AcceptedEnd to) -> {
        out.put(ACCEPTS, BLOCKED_CONNECTIONS);
        out.put(FROM, of(from));
        out.put(TO, of(to));
      }
      case Extent.BlockedFlow(String flow) -> {
        out.put(ACCEPTS, BLOCKED_FLOW);
        out.put(FLOW, flow);
      }
      case Extent.Paths(String from, String to, int hops) -> {
        out.put(ACCEPTS, PATHS);
        out.put(FROM, from);
        out.put(TO, to);
        out.put(HOPS, hops);
      }
      case Extent.SharedPod(String workload) -> {
        out.put(ACCEPTS, SHARED_POD);
        out.put(WORKLOAD, workload);
      }
    }
  }

  private static Map<String, Object> of(AcceptedEnd end) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put(PARTIES, end.parties());
    end.namespace().ifPresent(name -> out.put(NAMESPACE, name));
    return out;
  }

  private static String of(Admission admission) {
    return switch (admission) {
      case Admission.Unrestricted none -> UNRESTRICTED;
      case Admission.ByRule(String rule) -> rule;
    };
  }
}
