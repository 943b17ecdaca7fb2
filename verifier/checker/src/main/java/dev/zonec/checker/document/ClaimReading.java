package dev.zonec.checker.document;

/** What came out of reading a claim. */
public sealed interface ClaimReading {
  /** The claim was read. */
  record Read(ClaimDocument claim) implements ClaimReading {}

  /**
   * The claim cannot be read.
   *
   * @param problem the field and what is wrong with it, as a sentence without a full stop
   */
  record Malformed(String problem) implements ClaimReading {}
}
