package dev.zonec.diagnostics;

/** The severity of a diagnostic. */
public enum Severity {
  /** The run fails. */
  ERROR("error"),
  /** The run goes on. */
  WARNING("warning");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** Returns the word that messages begin with. */
  public String word() {
    return word;
  }
}
