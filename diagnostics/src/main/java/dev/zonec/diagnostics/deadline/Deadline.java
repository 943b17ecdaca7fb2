package dev.zonec.diagnostics.deadline;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The moment by which answers must be there. */
public final class Deadline {
  private static final ThreadLocal<@Nullable Supplier<Deadline>> CURRENT = new ThreadLocal<>();

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

  /** Returns the deadline of the work that this thread does; {@link #never} if it has none. */
  public static Deadline current() {
    @Nullable Supplier<Deadline> known = CURRENT.get();
    return known == null ? never() : known.get();
  }

  /** Whether this thread does work that has a deadline. */
  static boolean hasCurrent() {
    return CURRENT.get() != null;
  }

  /** Sets the deadline of this thread's work, which may be put off later. */
  static void setCurrent(Supplier<Deadline> deadline) {
    CURRENT.set(deadline);
  }

  /**
   * Ends the work of this thread if its time is over. Loops that have nothing to say before they
   * are through call this in each turn.
   *
   * @throws RuntimeException if the deadline has passed; {@link Bounded} then gives no result
   */
  public static void check() {
    if (current().passed()) {
      throw new OutOfTime();
    }
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
