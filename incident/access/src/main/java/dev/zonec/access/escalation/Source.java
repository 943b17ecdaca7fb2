package dev.zonec.access.escalation;

import dev.zonec.kubernetes.access.AccessRule;
import dev.zonec.kubernetes.access.Binding;

/** What gives a subject a right. */
public sealed interface Source {
  /**
   * A rule of the role that a binding gives.
   *
   * @param rule the rule, or the first of a role whose rules together give the right
   */
  record ByRule(Binding binding, AccessRule rule) implements Source {}

  /** The membership in {@code system:masters}, to which the API server allows everything. */
  record ByMasters() implements Source {}
}
