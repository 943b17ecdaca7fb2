package dev.zonec.verifier.report;

/** The policies that a verification is about. */
public enum ProvedPolicies {
  /** The policies that {@code compile} would write, together with hand-written policies. */
  PLAN("plan", "compiled"),
  /** The policies of the manifests. */
  AS_WRITTEN("as written", "generated");

  private final String label;
  private final String generated;

  ProvedPolicies(String label, String generated) {
    this.label = label;
    this.generated = generated;
  }

  /** Returns the label in reports, such as {@code as written}. */
  public String label() {
    return label;
  }

  /** Returns the word for the policies that come from the program. */
  String generated() {
    return generated;
  }
}
