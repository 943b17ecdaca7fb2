package dev.zonec.kubernetes.policy.cluster;

import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/** What became of a cluster-scoped policy. */
public sealed interface ClusterPolicyReading {
  /** The policy is what an API server would take. */
  record Valid(ClusterPolicy policy) implements ClusterPolicyReading {}

  /**
   * An API server would refuse the policy.
   *
   * @param problems everything that is wrong with it; at least one
   */
  record Invalid(List<Diagnostic> problems) implements ClusterPolicyReading {
    /** Copies the problems. */
    public Invalid {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("invalid for no reason");
      }
    }
  }
}
