package dev.zonec.diagnostics.deadline;

/** Ends work without a result at its deadline. {@link Bounded} catches it and returns no result. */
final class OutOfTime extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutOfTime() {
    super("the time ran out", null, false, false);
  }
}
