package dev.zonec.diagnostics.deadline;

import dev.zonec.diagnostics.inputs.ReadPaths;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs work on a thread of its own, and does not wait for it past its deadline. Loops check their
 * {@link Deadline}, and the solver has a time limit too, but a single call can still take long
 * (docs/decisions/0064-no-run-waits-for-a-call.md).
 */
public final class Bounded {
  /** The time that work has after the deadline to collect its results. */
  private static final int GRACE_MILLIS = 600;

  /**
   * The same for work within other work. It is shorter, so that the outer work has time to use the
   * results.
   */
  private static final int INNER_GRACE_MILLIS = 150;

  private Bounded() {}

  /**
   * Runs {@code work} on a new thread, with {@code deadline} as its {@linkplain Deadline#current
   * current deadline}, and returns its result. The result is empty if the work ended because its
   * time was over, or if it is still running some time after the deadline. In the second case, the
   * thread is interrupted, so that {@link Deadline#passed} is true for it, and runs on without
   * anybody waiting.
   *
   * @param deadline supplies the deadline each time it is needed, because it may be extended while
   *     the work is running
   */
  public static <T> Optional<T> by(Supplier<Deadline> deadline, Supplier<T> work) {
    return by(deadline, Progress.current(), work);
  }

  /**
   * Does the same.
   *
   * @param progress records how far {@code work} is
   */
  public static <T> Optional<T> by(
      Supplier<Deadline> deadline, Progress progress, Supplier<T> work) {
    int grace = Deadline.hasCurrent() ? INNER_GRACE_MILLIS : GRACE_MILLIS;
    Supplier<T> recorded = ReadPaths.carriedTo(work);
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              Deadline.setCurrent(deadline);
              Progress.setCurrent(progress);
              return recorded.get();
            });
    Thread thread = WorkThread.of("zonec work", task);
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
        throw WorkThread.thrown(e);
      }
    }
  }
}
