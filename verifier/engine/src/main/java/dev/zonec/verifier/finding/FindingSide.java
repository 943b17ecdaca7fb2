package dev.zonec.verifier.finding;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.verifier.semantics.SideDecision;
import java.util.List;

/**
 * The decision on one side of a connection.
 *
 * @param direction the side: egress at the source, or ingress at the destination
 * @param side the decision of the semantics, with its reason
 * @param rules the rules and policies that determine the decision: first the rules of
 *     cluster-scoped policies that pass the connection on, then the deciding rules
 */
public record FindingSide(Direction direction, SideDecision side, List<FindingRule> rules) {
  /** Copies the rules. */
  public FindingSide {
    rules = List.copyOf(rules);
  }
}
