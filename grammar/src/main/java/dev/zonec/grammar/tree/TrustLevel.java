package dev.zonec.grammar.tree;

/** Who can set a label, in {@code trust label}. */
public enum TrustLevel {
  /** {@code tenant}: everyone who deploys pods. */
  TENANT("tenant"),
  /** {@code admin-only}: administrators. */
  ADMIN_ONLY("admin-only"),
  /** {@code immutable}: nobody, once the label is set. */
  IMMUTABLE("immutable");

  private final String word;

  TrustLevel(String word) {
    this.word = word;
  }

  /** Returns the keyword. */
  public String word() {
    return word;
  }
}
