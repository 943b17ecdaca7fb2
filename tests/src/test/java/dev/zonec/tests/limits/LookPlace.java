package dev.zonec.tests.limits;

import dev.zonec.diagnostics.deadline.Deadline;

/** The places in the code that look at a deadline. */
final class LookPlace {
  private static final String DEADLINES = Deadline.class.getPackageName() + ".";
  private static final String TESTS = LookPlace.class.getPackageName() + ".";

  private LookPlace() {}

  /**
   * Returns the class and the line that looks at the deadline now, such as {@code
   * dev.zonec.verifier.why.Goal:95}.
   */
  static String ofThisLook() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> !frame.getClassName().startsWith(DEADLINES))
                    .filter(frame -> !frame.getClassName().startsWith(TESTS))
                    .findFirst()
                    .map(frame -> frame.getClassName() + ":" + frame.getLineNumber())
                    .orElseThrow());
  }
}
