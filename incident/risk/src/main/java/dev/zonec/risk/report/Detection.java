package dev.zonec.risk.report;

/** What a file turns out to be. */
sealed interface Detection {
  /** A file of a known format. */
  record Known(ReportFormat format) implements Detection {}

  /**
   * A file that is no input of {@code risk}.
   *
   * @param what what it is, as in {@code a SARIF report}
   * @param help what to pass instead
   */
  record Other(String what, String help) implements Detection {}

  /**
   * A JSON text that is not well formed.
   *
   * @param line the line, counted from 1; 0 if it is not known
   */
  record Damaged(String reason, int line, int column) implements Detection {}
}
