package dev.zonec.kubernetes.policy;

import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/** The outcome of reading a NetworkPolicy. */
public sealed interface PolicyReading {
  /**
   * The policy is valid.
   *
   * @param policy the policy
   * @param warnings warnings about fields without effect
   */
  record Valid(Policy policy, List<Diagnostic> warnings) implements PolicyReading {
    /** Copies the warnings. */
    public Valid {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * The policy is invalid, but only because of its metadata.
   *
   * @param policy the policy
   * @param problems the problems of its metadata; at least one
   */
  record Misnamed(Policy policy, List<Diagnostic> problems) implements PolicyReading {
    /** Copies the problems. */
    public Misnamed {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("at least one problem is required");
      }
    }
  }

  /**
   * The policy is invalid.
   *
   * @param problems all of its problems; at least one
   */
  record Invalid(List<Diagnostic> problems) implements PolicyReading {
    /** Copies the problems. */
    public Invalid {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("at least one problem is required");
      }
    }
  }
}
