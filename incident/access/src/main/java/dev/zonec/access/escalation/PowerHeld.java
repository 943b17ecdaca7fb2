package dev.zonec.access.escalation;

import dev.zonec.access.power.Power;
import dev.zonec.access.power.Scope;
import java.util.List;

/**
 * A power of a subject.
 *
 * @param scope where the subject has it
 * @param source what gives it, after the steps
 * @param steps the steps that lead to it; empty if the subject was given it
 */
public record PowerHeld(Power power, Scope scope, Source source, List<EscalationStep> steps) {
  /** Copies the steps. */
  public PowerHeld {
    steps = List.copyOf(steps);
  }

  /** Whether all steps work; otherwise that depends on objects that are not read. */
  public boolean certain() {
    return steps.stream().allMatch(step -> step.move().certain());
  }
}
