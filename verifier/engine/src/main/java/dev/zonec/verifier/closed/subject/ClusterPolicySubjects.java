package dev.zonec.verifier.closed.subject;

import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.Subject;
import dev.zonec.verifier.closed.bits.BitRow;
import dev.zonec.verifier.closed.bits.IntList;
import dev.zonec.verifier.closed.equivalence.EquivalenceClasses;
import dev.zonec.verifier.closed.equivalence.PeerSelector;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the cluster-scoped policies that apply to each class. Host-network pods are never subjects.
 */
public final class ClusterPolicySubjects {
  /**
   * A policy that applies, or may apply, to a class.
   *
   * @param policy the number of the policy
   * @param certain whether it applies whatever the unknown labels are
   */
  public record Applying(int policy, boolean certain) {}

  private final List<List<Applying>> byClass = new ArrayList<>();

  public ClusterPolicySubjects(List<ClusterPolicy> policies, EquivalenceClasses classes) {
    for (int c = 0; c < classes.size(); c++) {
      byClass.add(List.of());
    }
    for (int number = 0; number < policies.size(); number++) {
      Subject subject = policies.get(number).subject();
      long[] certain = classes.row(classes.matching(PeerSelector.of(subject, false)));
      IntList may = classes.classesOf(classes.matching(PeerSelector.of(subject, true)));
      for (int i = 0; i < may.size(); i++) {
        int c = may.get(i);
        if (!classes.representative(c).hostNetwork()) {
          if (byClass.get(c).isEmpty()) {
            byClass.set(c, new ArrayList<>());
          }
          byClass.get(c).add(new Applying(number, BitRow.get(certain, c)));
        }
      }
    }
  }

  /**
   * Returns the policies that apply, or may apply, to class {@code c}, in the order of the world.
   */
  public List<Applying> of(int c) {
    return byClass.get(c);
  }
}
