package dev.zonec.diagnostics.deadline;

/** The time of some work is over, and it has no result. {@link Bounded} gives none then. */
final class OutOfTime extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutOfTime() {
    super("the time ran out", null, false, false);
  }
}
