package dev.zonec.compiler.lint;

import dev.zonec.diagnostics.Code;
import java.util.Set;
import java.util.function.Consumer;

/** A check of lint. */
sealed interface Check {
  /** Returns the codes of its findings. */
  Set<Code> codes();

  /** Whether the check runs only if the user enables it. */
  default boolean optIn() {
    return false;
  }

  /** A check of the program alone. */
  non-sealed interface OfProgram extends Check {
    /** Passes its findings to {@code findings}. */
    void run(LintSubject subject, Consumer<Finding> findings);
  }

  /** A check of the program against the deployed workloads. */
  non-sealed interface OfDeployment extends Check {
    /** Passes its findings to {@code findings}. */
    void run(LintSubject subject, Deployed.Known deployed, Consumer<Finding> findings);
  }
}
