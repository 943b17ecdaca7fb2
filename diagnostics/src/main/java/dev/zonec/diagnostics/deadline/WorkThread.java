package dev.zonec.diagnostics.deadline;

import java.util.concurrent.ExecutionException;

/** Threads that read, check and prove. */
public final class WorkThread {
  /** The stack size, in bytes. Sources, manifests and formulas may be deeply nested. */
  private static final long STACK = 64L << 20;

  private WorkThread() {}

  /** Returns a thread that was not started. It does not keep the process from ending. */
  public static Thread of(String name, Runnable work) {
    Thread thread = new Thread(null, work, name, STACK);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Returns what work on another thread has thrown, for the thread that waits for it.
   *
   * @throws Error if the work has thrown one
   */
  public static RuntimeException thrown(ExecutionException failure) {
    return switch (failure.getCause()) {
      case Error error -> throw error;
      case RuntimeException problem -> problem;
      case null, default -> new IllegalStateException(failure.getCause());
    };
  }
}
