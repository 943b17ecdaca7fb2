package dev.zonec.cli;

import dev.zonec.diagnostics.Conclusion;

/** The exit codes of the process. Their numbers never change. */
public enum ExitCode {
  /** Every claim holds; there is no difference. */
  HOLDS(0),
  /** A violation, a difference, or a finding. */
  VIOLATION(1),
  /** The command line is invalid. */
  USAGE(2),
  /** An input did not parse, check or load. */
  BAD_INPUT(3),
  /** Something was not decided; this is never treated as a pass. */
  INCONCLUSIVE(4),
  /** A bug in zonec. */
  BUG(70);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** Returns the code of what the results of a run come to. */
  static ExitCode of(Conclusion conclusion) {
    return switch (conclusion) {
      case HOLDS -> HOLDS;
      case VIOLATED -> VIOLATION;
      case INCONCLUSIVE -> INCONCLUSIVE;
    };
  }

  /** Returns the more serious code of the two: a failure, then an undecided result, then a pass. */
  public ExitCode worse(ExitCode other) {
    return weight() >= other.weight() ? this : other;
  }

  private int weight() {
    return switch (this) {
      case HOLDS -> 0;
      case INCONCLUSIVE -> 1;
      case VIOLATION -> 2;
      case BAD_INPUT -> 3;
      case USAGE -> 4;
      case BUG -> 5;
    };
  }

  /** Returns the number. */
  public int number() {
    return number;
  }
}
