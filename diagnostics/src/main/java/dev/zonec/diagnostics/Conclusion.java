package dev.zonec.diagnostics;

/** What the results of a run come to. */
public enum Conclusion {
  /** There is nothing that must not be, except for what the user accepts. */
  HOLDS,
  /** There is a violation, a difference or a finding. */
  VIOLATED,
  /** There is none, as far as was decided, and something was not decided. */
  INCONCLUSIVE;

  /**
   * Returns the conclusion from whether something is violated and, if not, whether everything was
   * decided.
   */
  public static Conclusion of(boolean violated, boolean decided) {
    if (violated) {
      return VIOLATED;
    }
    return decided ? HOLDS : INCONCLUSIVE;
  }

  /** Returns this conclusion, or that nothing is known if it holds and the input was incomplete. */
  public Conclusion ofInput(boolean complete) {
    return this == HOLDS && !complete ? INCONCLUSIVE : this;
  }
}
