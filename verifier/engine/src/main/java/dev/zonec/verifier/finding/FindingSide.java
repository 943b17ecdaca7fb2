package dev.zonec.verifier.finding;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.semantics.Decision;
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

  /**
   * Returns both sides of {@code decision}, egress first; none if a pod connects to itself.
   *
   * @param number the position of the connection in its path, counted from 1
   */
  public static List<FindingSide> of(
      int number, Connection connection, Decision decision, PolicyOrigins origins) {
    return switch (decision) {
      case Decision.SamePod same -> List.of();
      case Decision.OwnService own -> List.of();
      case Decision.Judged(SideDecision egress, SideDecision ingress) -> {
        FindingRules rules = new FindingRules(number, connection, origins);
        yield List.of(
            new FindingSide(Direction.EGRESS, egress, rules.of(Direction.EGRESS, egress)),
            new FindingSide(Direction.INGRESS, ingress, rules.of(Direction.INGRESS, ingress)));
      }
    };
  }
}
