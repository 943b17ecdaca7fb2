package dev.zonec.kubernetes.policy.cluster;

import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/** The outcome of reading a cluster-scoped policy. */
public sealed interface ClusterPolicyReading {
  /** The policy is valid. */
  record Valid(ClusterPolicy policy) implements ClusterPolicyReading {}

  /**
   * The policy is invalid.
   *
   * @param problems all of its problems; at least one
   */
  record Invalid(List<Diagnostic> problems) implements ClusterPolicyReading {
    /** Copies the problems. */
    public Invalid {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("at least one problem is required");
      }
    }
  }
}
