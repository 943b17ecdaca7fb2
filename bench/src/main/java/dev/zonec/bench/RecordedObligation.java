package dev.zonec.bench;

/**
 * An obligation of a proof, with what it costs to show it.
 *
 * @param group the namespace of its policies, the first one if there are several; if it contains no
 *     policy, the claim
 * @param whole whether it contains all policies, because those of its own side are not sufficient
 * @param micros the processor time to encode and refute it, in microseconds
 * @param policyBytes the bytes of the policies that it contains
 * @param textBytes the bytes of its text in SMT-LIB, without what all texts of the run contain
 * @param textMicros the processor time to encode and write this text, in microseconds
 */
record RecordedObligation(
    String group, boolean whole, long micros, long policyBytes, long textBytes, long textMicros) {
  /** Returns the time to encode and refute it, in milliseconds. */
  double millis() {
    return micros / 1e3;
  }
}
