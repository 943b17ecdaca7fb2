package dev.zonec.verifier.closed;

import dev.zonec.verifier.policy.cluster.ClusterPolicy;
import dev.zonec.verifier.policy.cluster.Subject;
import java.util.ArrayList;
import java.util.List;

/** Which cluster-scoped policies apply to which classes, or may. */
final class ClusterSubjects {
  /**
   * A policy that applies to a class.
   *
   * @param policy its number
   * @param certain whether it does for certain, whatever labels are not known
   */
  record Applying(int policy, boolean certain) {}

  private final List<List<Applying>> byClass = new ArrayList<>();

  ClusterSubjects(List<ClusterPolicy> policies, Classes classes) {
    for (int c = 0; c < classes.size(); c++) {
      byClass.add(List.of());
    }
    for (int number = 0; number < policies.size(); number++) {
      Subject subject = policies.get(number).subject();
      long[] certain = classes.row(classes.selected(who(subject, false)));
      Ints may = classes.once(classes.selected(who(subject, true)));
      for (int i = 0; i < may.size(); i++) {
        int c = may.get(i);
        if (!classes.unit(c).hostNetwork()) {
          if (byClass.get(c).isEmpty()) {
            byClass.set(c, new ArrayList<>());
          }
          byClass.get(c).add(new Applying(number, BitRow.get(certain, c)));
        }
      }
    }
  }

  /** The pods that {@code subject} may be if {@code permissive}, else those that it must be. */
  static Who.Selected who(Subject subject, boolean permissive) {
    return new Who.Selected(subject.namespaces(), subject.pods(), permissive);
  }

  /** The policies that apply to class {@code c}, or may, in their order. */
  List<Applying> of(int c) {
    return byClass.get(c);
  }
}
