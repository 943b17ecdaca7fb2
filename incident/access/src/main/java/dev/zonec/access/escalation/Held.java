package dev.zonec.access.escalation;

import dev.zonec.access.power.Names;
import dev.zonec.access.power.Right;
import dev.zonec.access.power.Scope;
import java.util.List;

/**
 * A right of a subject.
 *
 * @param names the objects that the right is limited to
 * @param scope where it holds
 * @param source what gives it
 * @param steps the steps that lead to it
 */
record Held(Right right, Names names, Scope scope, Source source, List<EscalationStep> steps) {
  /** Whether the right includes {@code other}. */
  boolean includes(Held other) {
    return names instanceof Names.All && scope.covers(other.scope());
  }
}
