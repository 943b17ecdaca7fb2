package dev.zonec.verifier.deadline;

import java.time.Duration;

/** The moment by which answers must be there. */
public final class Deadline {
  private final long nanos;

  private Deadline(long nanos) {
    this.nanos = nanos;
  }

  /** The moment {@code duration} from now. */
  public static Deadline in(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  /** No moment: there is always time. */
  public static Deadline never() {
    return in(Duration.ofDays(10_000));
  }

  /** How long there is; at least one millisecond, since zero means no bound to the solver. */
  public int remainingMillis() {
    long left = (nanos - System.nanoTime()) / 1_000_000;
    return (int) Math.max(1, Math.min(left, Integer.MAX_VALUE));
  }

  /** Whether it has passed, or nobody waits for this thread any more. */
  public boolean passed() {
    return System.nanoTime() - nanos >= 0 || Thread.currentThread().isInterrupted();
  }
}
