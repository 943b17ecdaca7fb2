package dev.zonec.compiler.lint;

import dev.zonec.diagnostics.Code;
import java.util.Set;
import java.util.function.Consumer;

/** Looks for one thing. */
sealed interface Check {
  /** The codes of what it finds. */
  Set<Code> codes();

  /** Whether it runs only where the user asks for it. */
  default boolean optIn() {
    return false;
  }

  /** A check of the program alone. */
  non-sealed interface OfProgram extends Check {
    /** Hands on what it finds. */
    void run(LintSubject subject, Consumer<Finding> findings);
  }

  /** A check of the program against what is deployed. */
  non-sealed interface OfDeployment extends Check {
    /** Hands on what it finds. */
    void run(LintSubject subject, Deployed.Known deployed, Consumer<Finding> findings);
  }
}
