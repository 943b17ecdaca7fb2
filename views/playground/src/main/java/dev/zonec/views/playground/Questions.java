package dev.zonec.views.playground;

import dev.zonec.diagnostics.deadline.WorkThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The questions that are being answered: a few at a time. A question of a page is cancelled by a
 * later edit of the page, and by a later question of its kind.
 */
final class Questions implements AutoCloseable {
  /** The number of questions that are answered at a time. Each can use several threads. */
  private static final int AT_ONCE = 2;

  /** The number of questions that wait. */
  private static final int MOST_WAITING = 16;

  private final ThreadPoolExecutor workers =
      new ThreadPoolExecutor(
          AT_ONCE,
          AT_ONCE,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(MOST_WAITING),
          task -> WorkThread.of("zonec question", task));

  private final List<Running> running = new ArrayList<>();

  /**
   * Where a question comes from.
   *
   * @param page the page, by an id that it has chosen
   * @param edit the number of edits before the question
   * @param kind questions of one kind replace each other
   */
  record Origin(String page, long edit, String kind) {
    boolean cancels(Origin earlier) {
      return page.equals(earlier.page)
          && (edit > earlier.edit || (edit == earlier.edit && kind.equals(earlier.kind)));
    }
  }

  private record Running(Origin origin, FutureTask<?> task) {}

  /** The outcome of a question. */
  sealed interface Outcome<T> {
    /** The question was answered. */
    record Answered<T>(T answer) implements Outcome<T> {}

    /** A later question or edit has cancelled it, or the server ends. */
    record Cancelled<T>() implements Outcome<T> {}

    /** Too many questions are waiting. */
    record Busy<T>() implements Outcome<T> {}
  }

  /**
   * Answers a question, and waits for the answer.
   *
   * @throws IllegalStateException if the answer threw an exception, which is a bug
   */
  <T> Outcome<T> ask(Origin origin, Callable<T> answer) {
    FutureTask<Optional<T>> task =
        new FutureTask<>(
            () -> {
              T result = answer.call();
              // The thread is interrupted if the question was cancelled while it was answered.
              return Thread.interrupted() ? Optional.empty() : Optional.of(result);
            });
    Running own = new Running(origin, task);
    synchronized (running) {
      for (Running each : running) {
        if (origin.cancels(each.origin)) {
          each.task.cancel(true);
          workers.remove(each.task);
        }
      }
      running.add(own);
    }
    try {
      workers.execute(task);
      return task.get().<Outcome<T>>map(Outcome.Answered::new).orElseGet(Outcome.Cancelled::new);
    } catch (RejectedExecutionException e) {
      return workers.isShutdown() ? new Outcome.Cancelled<>() : new Outcome.Busy<>();
    } catch (CancellationException e) {
      return new Outcome.Cancelled<>();
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return new Outcome.Cancelled<>();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      synchronized (running) {
        running.remove(own);
      }
    }
  }

  @Override
  public void close() {
    synchronized (running) {
      running.forEach(each -> each.task.cancel(true));
    }
    workers.shutdownNow();
  }
}
