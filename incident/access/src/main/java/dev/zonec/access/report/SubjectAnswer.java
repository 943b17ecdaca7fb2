package dev.zonec.access.report;

import dev.zonec.access.escalation.Carrier;
import dev.zonec.access.escalation.PowerHeld;
import dev.zonec.access.escalation.SubjectPowers;
import dev.zonec.access.power.Power;
import dev.zonec.access.power.Scope;
import dev.zonec.kubernetes.access.Subject;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A subject and what it can undo.
 *
 * @param powers its powers
 * @param carriers the workloads that carry it
 * @param group the group from which it has all its powers; empty if it has others
 * @param builtin whether it is a part of Kubernetes
 * @param assertions the names of the assertions that rest on it
 */
public record SubjectAnswer(
    SubjectPowers powers,
    List<Carrier> carriers,
    Optional<Subject> group,
    boolean builtin,
    List<String> assertions) {
  /** The strongest subjects first; among equals, those that need fewer steps. */
  static final Comparator<SubjectAnswer> ORDER =
      Comparator.<SubjectAnswer>comparingInt(SubjectAnswer::rank)
          .thenComparingInt(SubjectAnswer::steps)
          .thenComparing(SubjectAnswer::subject, Subject.ORDER);

  /** Copies the lists. */
  public SubjectAnswer {
    carriers = List.copyOf(carriers);
    assertions = List.copyOf(assertions);
  }

  /** Returns the subject. */
  public Subject subject() {
    return powers.subject();
  }

  /** Whether a workload carries the subject, and its pods receive a token of it. */
  public boolean carried() {
    return carriers.stream().anyMatch(Carrier::token);
  }

  private int rank() {
    return powers.powers().stream()
        .mapToInt(
            held ->
                2 * Arrays.asList(Power.values()).indexOf(held.power())
                    + (held.scope() instanceof Scope.Within ? 1 : 0))
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  private int steps() {
    return powers.powers().stream()
        .map(PowerHeld::steps)
        .mapToInt(List::size)
        .min()
        .orElse(Integer.MAX_VALUE);
  }
}
