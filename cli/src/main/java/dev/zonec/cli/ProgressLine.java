package dev.zonec.cli;

import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.kubernetes.live.ReadingProgress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Shows on one line what a run is doing, once it has taken some time. Each update replaces the
 * line, and every other output removes it.
 */
final class ProgressLine implements ReadingProgress {
  /** Shorter runs show nothing. */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Duration INTERVAL = Duration.ofMillis(200);

  private final Console console;
  private final int width;
  private final BooleanSupplier terminal;
  private final LongSupplier nanos;
  private final long start;
  private String reading = "";
  private Optional<Boolean> isTerminal = Optional.empty();

  /**
   * @param width the width of the terminal; a line that wraps could not be replaced
   * @param terminal whether there is a terminal; asked once, when there is something to show
   * @param nanos the clock, in nanoseconds
   */
  ProgressLine(Console console, int width, BooleanSupplier terminal, LongSupplier nanos) {
    this.console = console;
    this.width = width;
    this.terminal = terminal;
    this.nanos = nanos;
    this.start = nanos.getAsLong();
  }

  @Override
  public synchronized void at(String cluster, String resource, int objects) {
    reading = String.format(Locale.ROOT, "reading %s: %,d objects, %s", cluster, objects, resource);
    print(fitted(reading, ""));
  }

  @Override
  public synchronized void finished() {
    reading = "";
    console.passing("");
  }

  /** Shows the step that {@code progress} is in, if the run has taken long enough. */
  synchronized void show(Progress progress) {
    Duration taken = Duration.ofNanos(nanos.getAsLong() - start);
    if (taken.compareTo(PATIENCE) < 0) {
      return;
    }
    String seconds = " · " + taken.toSeconds() + " s";
    String step = progress.unfinished().map(Progress.Step::text).orElse("");
    String text = reading.isEmpty() ? step : reading;
    if (!text.isEmpty()) {
      print(fitted(text, seconds));
    }
  }

  /** Shows {@code progress} from time to time, until the result is closed. */
  Shown showing(Progress progress) {
    return new Shown(progress);
  }

  /** Updates the line on a thread of its own. */
  final class Shown implements AutoCloseable {
    private final Thread thread;

    private Shown(Progress progress) {
      this.thread = Thread.ofPlatform().daemon().name("zonec progress").start(() -> show(progress));
    }

    private void show(Progress progress) {
      try {
        while (true) {
          Thread.sleep(INTERVAL);
          ProgressLine.this.show(progress);
        }
      } catch (InterruptedException e) {
        // The work has ended.
        return;
      }
    }

    /** Ends the updates and removes the line. */
    @Override
    public void close() {
      thread.interrupt();
      boolean interrupted = false;
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      console.passing("");
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void print(String line) {
    boolean shown = isTerminal.orElseGet(terminal::getAsBoolean);
    isTerminal = Optional.of(shown);
    if (shown) {
      console.passing(line);
    }
  }

  private String fitted(String text, String end) {
    int room = width - end.length();
    return (text.length() <= room ? text : text.substring(0, Math.max(0, room - 1)) + "…") + end;
  }
}
