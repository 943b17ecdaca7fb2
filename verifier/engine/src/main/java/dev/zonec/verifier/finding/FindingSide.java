package dev.zonec.verifier.finding;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.verifier.semantics.SideDecision;
import java.util.List;

/**
 * What the policies of one end of a connection say.
 *
 * @param direction the end: egress is the source, ingress the destination
 * @param side the decision of the semantics, with its reason
 * @param rules the rules and policies that make the decision: first the rules of cluster-scoped
 *     policies that pass the connection on, then what decides
 */
public record FindingSide(Direction direction, SideDecision side, List<FindingRule> rules) {
  /** Copies the rules. */
  public FindingSide {
    rules = List.copyOf(rules);
  }
}
