package dev.zonec.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Several runs of the same command.
 *
 * @param runs the runs after one that is not counted, in their order
 */
record Series(List<CommandRun> runs) {
  Series {
    runs = List.copyOf(runs);
  }

  /** Runs {@code command} once for nothing, and then {@code times} times. */
  static Series of(int times, Supplier<CommandRun> command) {
    CommandRun first = command.get();
    if (first.exit() == -1) {
      return new Series(List.of(first));
    }
    List<CommandRun> runs = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      runs.add(command.get());
    }
    return new Series(runs);
  }

  /** Runs {@code command} once. */
  static Series once(Supplier<CommandRun> command) {
    return new Series(List.of(command.get()));
  }

  /** Whether a run ended with an exit code other than 0. */
  boolean hasFailed() {
    return runs.stream().anyMatch(run -> run.exit() > 0);
  }

  /** Whether a run was stopped because it took too long. */
  boolean wasStopped() {
    return runs.stream().anyMatch(run -> run.exit() == -1);
  }

  /** Returns the middle value of {@code figure}. */
  long median(ToLongFunction<CommandRun> figure) {
    List<Long> sorted = sorted(figure);
    return sorted.get(sorted.size() / 2);
  }

  /** Returns the least value of {@code figure}. */
  long least(ToLongFunction<CommandRun> figure) {
    return sorted(figure).getFirst();
  }

  /** Returns the greatest value of {@code figure}. */
  long greatest(ToLongFunction<CommandRun> figure) {
    return sorted(figure).getLast();
  }

  private List<Long> sorted(ToLongFunction<CommandRun> figure) {
    return runs.stream().mapToLong(figure).sorted().boxed().toList();
  }
}
