package dev.zonec.application.report;

import java.util.Locale;

/** What an entry says about its claim. */
public enum Status {
  /** The claim does not hold, the input is not valid, or something differs. */
  FAILED,
  /** The claim was not decided. */
  INCONCLUSIVE,
  /** Something is probably a mistake. */
  WARNING,
  /** Something changes that is not a problem, such as a connection that is no longer allowed. */
  NOTE,
  /** A comment in the program accepts the warning. */
  SUPPRESSED,
  /** The baseline accepts the finding. */
  ACCEPTED,
  /** The claim is proved, except for what waivers excuse and the baseline accepts. */
  WAIVED,
  /** The claim is proved, but concerns no pod of the manifests. */
  VACUOUS,
  /** The claim is proved. */
  PROVED;

  /** Returns the word in machine formats, such as {@code failed}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether somebody has accepted the finding: with a comment, or in the baseline. */
  public boolean accepted() {
    return this == SUPPRESSED || this == ACCEPTED;
  }

  /** Whether the entry says that a claim holds. */
  public boolean passed() {
    return this == PROVED || this == VACUOUS || this == WAIVED;
  }

  /** Whether the entry asks somebody to act. */
  public boolean open() {
    return this == FAILED || this == INCONCLUSIVE || this == WARNING;
  }
}
