package dev.zonec.checker.solver;

import de.uni_freiburg.informatik.ultimate.logic.Script;
import dev.zonec.diagnostics.deadline.Deadline;

/** Says why the solver has no answer. */
final class Reasons {
  private static final String OUT_OF_TIME = "the time ran out";

  private Reasons() {}

  /** Returns the answer of a solver that gave up. */
  static Answer.Unknown gaveUp(Script script, Deadline deadline) {
    return new Answer.Unknown(
        deadline.passed()
            ? OUT_OF_TIME
            : "SMTInterpol gave up: " + script.getInfo(":reason-unknown"));
  }

  /** Returns the answer of a solver that failed. */
  static Answer.Unknown failed(Throwable failure, Deadline deadline) {
    return new Answer.Unknown(
        deadline.passed()
            ? OUT_OF_TIME
            : failure instanceof StackOverflowError
                ? "the question is nested too deeply for SMTInterpol"
                : "SMTInterpol failed: " + failure.getMessage());
  }

  /** Returns the answer to a question that was not asked because the deadline has passed. */
  static Answer.Unknown outOfTime() {
    return new Answer.Unknown(OUT_OF_TIME);
  }
}
