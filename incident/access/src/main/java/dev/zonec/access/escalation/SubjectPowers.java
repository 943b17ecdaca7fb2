package dev.zonec.access.escalation;

import dev.zonec.access.power.Power;
import dev.zonec.access.power.Scope;
import dev.zonec.kubernetes.access.Subject;
import java.util.List;

/**
 * The powers of a subject, the strongest first.
 *
 * @param powers the powers; empty if the subject has none
 */
public record SubjectPowers(Subject subject, List<PowerHeld> powers) {
  /** Copies the powers. */
  public SubjectPowers {
    powers = List.copyOf(powers);
  }

  /** Whether the subject can change every object of the cluster. */
  public boolean isEverything() {
    return has(Power.EVERYTHING, new Scope.Cluster());
  }

  /** Whether the subject has {@code power} in {@code scope}, alone or as a part of everything. */
  public boolean has(Power power, Scope scope) {
    return powers.stream()
        .anyMatch(
            held ->
                (held.power() == power || held.power() == Power.EVERYTHING)
                    && held.scope().covers(scope));
  }

  /** Whether the subject can change the policies of {@code namespace}. */
  public boolean changesPolicies(String namespace) {
    return has(Power.POLICIES, new Scope.Within(namespace))
        || has(Power.CLUSTER_POLICIES, new Scope.Cluster());
  }

  /** Whether every power is also one of {@code other}. */
  boolean isPartOf(SubjectPowers other) {
    return powers.stream().allMatch(held -> other.has(held.power(), held.scope()));
  }
}
