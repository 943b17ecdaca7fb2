package dev.zonec.kubernetes.policy;

import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/** What became of a NetworkPolicy. */
public sealed interface PolicyReading {
  /**
   * The policy is what an API server would take.
   *
   * @param policy it
   * @param warnings what it says to no effect
   */
  record Valid(Policy policy, List<Diagnostic> warnings) implements PolicyReading {
    /** Copies the warnings. */
    public Valid {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * An API server would refuse the policy, but only for its metadata.
   *
   * @param policy what it says
   * @param problems what is wrong with its names and the like; at least one
   */
  record Misnamed(Policy policy, List<Diagnostic> problems) implements PolicyReading {
    /** Copies the problems. */
    public Misnamed {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("misnamed for no reason");
      }
    }
  }

  /**
   * An API server would refuse the policy.
   *
   * @param problems everything that is wrong with it; at least one
   */
  record Invalid(List<Diagnostic> problems) implements PolicyReading {
    /** Copies the problems. */
    public Invalid {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("invalid for no reason");
      }
    }
  }
}
