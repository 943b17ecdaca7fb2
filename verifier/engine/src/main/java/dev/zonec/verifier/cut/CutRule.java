package dev.zonec.verifier.cut;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.verifier.core.Element;
import dev.zonec.verifier.semantics.ClusterMatch;
import dev.zonec.verifier.semantics.RuleMatch;

/** A rule of a cut, with a connection that it lets through. */
public sealed interface CutRule {
  /** Returns the rule. */
  Element element();

  /** Returns the side of the connection. */
  Direction direction();

  /** Returns a connection of a path that the rule lets through. */
  Connection connection();

  /** A rule of a NetworkPolicy. */
  record Admitting(
      Element.Admission element, Direction direction, RuleMatch match, Connection connection)
      implements CutRule {}

  /** A rule of a cluster-scoped policy that accepts. */
  record Accepting(
      Element.OfCluster element, Direction direction, ClusterMatch match, Connection connection)
      implements CutRule {}
}
