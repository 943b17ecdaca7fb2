package dev.zonec.application.graph;

import dev.zonec.application.graph.Graph.EdgeKind;
import dev.zonec.application.report.PathStep;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.verifier.finding.FindingRule;
import dev.zonec.verifier.finding.FindingSide;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.query.OpenPorts;
import dev.zonec.verifier.query.PortDecision;
import dev.zonec.verifier.report.SideReason;
import dev.zonec.verifier.semantics.Decision;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rules of decisions, as reports name them.
 *
 * @param origins the origins of the policies
 */
record Decided(PolicyOrigins origins) {
  /** Returns both sides of a decision. */
  List<PathStep> steps(Connection connection, Decision decision) {
    return FindingSide.of(1, connection, decision, origins).stream()
        .map(
            side ->
                new PathStep(
                    side.direction().word(),
                    side.side().admits(),
                    reason(connection, side),
                    SideReason.places(side)))
        .toList();
  }

  /** Returns the reason of a side, with the policies that block it. */
  private String reason(Connection connection, FindingSide side) {
    String reason = SideReason.of(connection, side, origins);
    return reason.endsWith(" by")
        ? reason
            + " "
            + side.rules().stream()
                .filter(FindingRule::blocks)
                .map(rule -> rule.policy() + ", " + rule.place().fileAndLine())
                .distinct()
                .collect(Collectors.joining(", "))
        : reason;
  }

  /** Adds the rules that decide connections of {@code kind} on {@code ports} to an edge. */
  void explain(
      GraphParts parts,
      String from,
      String to,
      EdgeKind kind,
      OpenPorts ports,
      List<PortDecision> decisions) {
    for (PortDecision each : decisions) {
      boolean allows = each.decision().isAllowed();
      if (allows == (kind != EdgeKind.BLOCKED) && each.ports().overlaps(ports)) {
        parts.explain(from, to, kind, each.ports(), steps(each.example(), each.decision()));
      }
    }
  }
}
