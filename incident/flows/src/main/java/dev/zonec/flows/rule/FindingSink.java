package dev.zonec.flows.rule;

/** Receives findings as soon as their evidence is there. */
public interface FindingSink {
  /**
   * A finding: for the first time, or with more evidence than before.
   *
   * @param row the evidence; a later row with an equal key replaces it
   * @param first whether this is the first time
   */
  void found(Row row, boolean first);
}
