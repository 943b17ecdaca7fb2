package dev.zonec.diagnostics.deadline;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The time at which work must end. */
public final class Deadline {
  private static final ThreadLocal<@Nullable Supplier<Deadline>> CURRENT = new ThreadLocal<>();

  private final long nanos;
  private final BooleanSupplier over;

  private Deadline(long nanos, BooleanSupplier over) {
    this.nanos = nanos;
    this.over = over;
  }

  /** Returns the deadline {@code duration} from now. */
  public static Deadline in(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos(), () -> false);
  }

  /**
   * Returns a deadline that has passed if {@code over} is true. {@code over} is asked each time
   * that work looks at the deadline, on any thread, so a deadline can depend on the number of looks
   * instead of the time. It must remain true.
   */
  public static Deadline when(BooleanSupplier over) {
    return new Deadline(never().nanos, over);
  }

  /** Returns the earlier one of this deadline and {@code duration} from now. */
  public Deadline within(Duration duration) {
    Deadline other = in(duration);
    return new Deadline(nanos - other.nanos < 0 ? nanos : other.nanos, over);
  }

  /** Returns a deadline that never passes. */
  public static Deadline never() {
    return in(Duration.ofDays(10_000));
  }

  /** Returns the deadline of the work that this thread does, or {@link #never} if it has none. */
  public static Deadline current() {
    @Nullable Supplier<Deadline> known = CURRENT.get();
    return known == null ? never() : known.get();
  }

  /** Returns whether the work of this thread has a deadline. */
  static boolean hasCurrent() {
    return CURRENT.get() != null;
  }

  /**
   * Sets the deadline of this thread's work. The supplier may return a later deadline each time.
   */
  static void setCurrent(Supplier<Deadline> deadline) {
    CURRENT.set(deadline);
  }

  /**
   * Ends the work of this thread if its deadline has passed. Loops without a partial result call
   * this in every iteration.
   *
   * @throws RuntimeException if the deadline has passed; {@link Bounded} then returns no result
   */
  public static void check() {
    current().throwIfPassed();
  }

  /**
   * Ends work if this deadline has passed. Loops whose turns run on other threads, such as parallel
   * streams, get {@link #current} before they start, and call this in each turn.
   *
   * @throws RuntimeException as {@link #check} does
   */
  public void throwIfPassed() {
    if (passed()) {
      throw new OutOfTime();
    }
  }

  /** Returns {@code work} with the deadline of this thread, to be done on another thread. */
  public static <T> Supplier<T> carriedTo(Supplier<T> work) {
    Deadline deadline = current();
    return () -> {
      @Nullable Supplier<Deadline> before = CURRENT.get();
      CURRENT.set(() -> deadline);
      try {
        return work.get();
      } finally {
        CURRENT.set(before);
      }
    };
  }

  /**
   * Returns the remaining time in milliseconds. It is at least 1, because the solver takes 0 as no
   * limit.
   */
  public int remainingMillis() {
    long left = (nanos - System.nanoTime()) / 1_000_000;
    return (int) Math.max(1, Math.min(left, Integer.MAX_VALUE));
  }

  /**
   * Returns whether the deadline has passed, or the thread was interrupted because nobody waits for
   * it.
   */
  public boolean passed() {
    return System.nanoTime() - nanos >= 0
        || Thread.currentThread().isInterrupted()
        || over.getAsBoolean();
  }
}
