package dev.zonec.cli;

/** What the process tells its caller. The numbers never change. */
public enum ExitCode {
  /** Everything holds; nothing differs. */
  HOLDS(0),
  /** A violation, or a difference. */
  VIOLATION(1),
  /** The command line makes no sense. */
  USAGE(2),
  /** An input did not parse, check or load. */
  BAD_INPUT(3),
  /** Something was not decided: never taken for a pass. */
  INCONCLUSIVE(4),
  /** A bug in zonec. */
  BUG(70);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The graver of this and {@code other}: a failure before what is not decided, before a pass. */
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

  /** The process's exit status. */
  public int number() {
    return number;
  }
}
