package dev.zonec.stream.job;

import dev.zonec.stream.event.LogEvent;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/** Passes events on; once, after a checkpoint is complete, it fails. */
record Failing(int after) implements MapFunction<LogEvent, LogEvent>, CheckpointListener {
  private static final AtomicInteger LEFT = new AtomicInteger();
  private static final AtomicInteger FAILURES = new AtomicInteger();
  private static final AtomicLong CHECKPOINTS = new AtomicLong();
  private static final AtomicInteger EVENTS = new AtomicInteger();

  static void reset(int failures) {
    LEFT.set(failures);
    FAILURES.set(0);
    CHECKPOINTS.set(0);
    EVENTS.set(0);
  }

  /** Returns the number of failures so far. */
  static int failures() {
    return FAILURES.get();
  }

  @Override
  public LogEvent map(LogEvent event) throws Exception {
    int seen = EVENTS.incrementAndGet();
    if (seen % 20 == 0) {
      // Otherwise the logs would end before the first checkpoint.
      Thread.sleep(1);
    }
    if (seen > after && CHECKPOINTS.get() > FAILURES.get() && LEFT.getAndDecrement() > 0) {
      FAILURES.incrementAndGet();
      throw new IllegalStateException("a failure for the test");
    }
    return event;
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) {
    CHECKPOINTS.incrementAndGet();
  }
}
