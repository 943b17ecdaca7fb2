package dev.zonec.compiler.emit;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Party;
import java.util.List;
import java.util.SortedMap;

/**
 * A policy before it is written.
 *
 * @param namespace where it stands
 * @param name its name
 * @param labels its labels
 * @param annotations its annotations
 * @param pods the pods that it governs
 * @param denied the directions in which it isolates them
 * @param ingress what may come in; ignored where ingress is not denied
 * @param egress what may go out; ignored where egress is not denied
 * @param span where messages about it point
 */
record PolicyPlan(
    String namespace,
    String name,
    SortedMap<String, String> labels,
    SortedMap<String, String> annotations,
    Selector pods,
    Party.Denied denied,
    List<PlannedRule> ingress,
    List<PlannedRule> egress,
    Span span) {
  /** Copies the lists. */
  PolicyPlan {
    ingress = List.copyOf(ingress);
    egress = List.copyOf(egress);
  }
}
