package dev.zonec.diagnostics.deadline;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Work that is not waited for when its time is over. Loops look at their {@link Deadline}, and the
 * solver is given one; but a single call may take long, and no caller is to wait for it.
 */
public final class Bounded {
  /** Sources and manifests may nest deeply. */
  private static final long STACK = 64L << 20;

  /** How long work may go on after the deadline, to put together what it has found. */
  private static final int GRACE_MILLIS = 600;

  /**
   * The same for work within work, which is to end while there is time to use what it has found.
   */
  private static final int INNER_GRACE_MILLIS = 150;

  private Bounded() {}

  /**
   * What {@code work} gives, on a thread of its own, whose {@link Deadline#current} it is; none if
   * the work ended {@link OutOfTime}, or if the deadline passed and it went on. It is then
   * interrupted, for which {@link Deadline#passed} tells, and left alone.
   *
   * @param deadline asked whenever it is to have passed: it may be put off meanwhile
   */
  public static <T> Optional<T> by(Supplier<Deadline> deadline, Supplier<T> work) {
    int grace = Deadline.hasCurrent() ? INNER_GRACE_MILLIS : GRACE_MILLIS;
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              Deadline.setCurrent(deadline);
              return work.get();
            });
    Thread thread = new Thread(null, task, "zonec work", STACK);
    thread.setDaemon(true);
    thread.start();
    while (true) {
      long left = deadline.get().remainingMillis() + (long) grace;
      try {
        return Optional.of(task.get(left, TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        if (deadline.get().passed()) {
          thread.interrupt();
          return Optional.empty();
        }
      } catch (InterruptedException e) {
        thread.interrupt();
        Thread.currentThread().interrupt();
        return Optional.empty();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof OutOfTime) {
          return Optional.empty();
        }
        throw asThrown(e.getCause());
      }
    }
  }

  private static RuntimeException asThrown(@org.jspecify.annotations.Nullable Throwable cause) {
    return switch (cause) {
      case Error error -> throw error;
      case RuntimeException problem -> problem;
      case null, default -> new IllegalStateException(cause);
    };
  }
}
