package dev.zonec.compiler.emit;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Party;
import java.util.List;
import java.util.SortedMap;

/**
 * A policy before it is written.
 *
 * @param namespace its namespace
 * @param name its name
 * @param labels its labels
 * @param annotations its annotations
 * @param pods the selector of its pods
 * @param denied the directions in which it isolates them
 * @param ingress the ingress rules; ignored if ingress is not denied
 * @param egress the egress rules; ignored if egress is not denied
 * @param span the span for messages about the policy
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
