package dev.zonec.grammar.tree;

/** Who can set a label, as {@code trust label} says it. */
public enum TrustLevel {
  /** {@code tenant}: whoever deploys. */
  TENANT("tenant"),
  /** {@code admin-only}: administrators. */
  ADMIN_ONLY("admin-only"),
  /** {@code immutable}: nobody, once it is set. */
  IMMUTABLE("immutable");

  private final String word;

  TrustLevel(String word) {
    this.word = word;
  }

  /** The word of the language for it. */
  public String word() {
    return word;
  }
}
