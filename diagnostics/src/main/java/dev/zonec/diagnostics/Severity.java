package dev.zonec.diagnostics;

/** How much a diagnostic weighs. */
public enum Severity {
  /** The run fails. */
  ERROR("error"),
  /** The run goes on. */
  WARNING("warning");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** The word that a message begins with. */
  public String word() {
    return word;
  }
}
