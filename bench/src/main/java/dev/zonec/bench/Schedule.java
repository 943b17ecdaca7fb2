package dev.zonec.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Which worker is busy for how long.
 *
 * @param busy the time for which each worker is busy, in milliseconds
 */
record Schedule(List<Double> busy) {
  Schedule {
    busy = List.copyOf(busy);
  }

  private static final int BATCH = 100;

  /**
   * Work that one worker does.
   *
   * @param group what the work belongs to
   * @param millis how long it takes
   */
  record Task(String group, double millis) {}

  /** A rule that gives tasks to workers. */
  enum Rule {
    /** A worker that is free takes the next task, in the order of the proof. */
    ARRIVAL("next one first"),
    /** A worker that is free takes the longest task that is left. */
    LONGEST_FIRST("longest first"),
    /** A worker that is free takes the next hundred tasks, in the order of the proof. */
    NEXT_HUNDRED("next hundred first"),
    /** A worker has all tasks of the groups whose hash is its number. */
    HASH_OF_GROUP("hash of the namespace"),
    /** A worker that is free takes all tasks of the group that takes longest of those left. */
    LONGEST_GROUP_FIRST("longest namespace first");

    private final String title;

    Rule(String title) {
      this.title = title;
    }

    @Override
    public String toString() {
      return title;
    }
  }

  /**
   * Returns the schedule of a rule.
   *
   * @param workers the number of workers, at least one
   */
  static Schedule of(Rule rule, List<Task> tasks, int workers) {
    return of(rule, tasks, workers, 0);
  }

  /**
   * Does the same.
   *
   * @param requestMillis how long a worker waits for what it asks for; with {@link
   *     Rule#HASH_OF_GROUP}, it does not ask
   */
  static Schedule of(Rule rule, List<Task> tasks, int workers, double requestMillis) {
    return switch (rule) {
      case ARRIVAL -> listed(tasks, workers, requestMillis);
      case LONGEST_FIRST -> listed(longestFirst(tasks), workers, requestMillis);
      case NEXT_HUNDRED -> listed(batches(tasks), workers, requestMillis);
      case HASH_OF_GROUP -> hashed(tasks, workers);
      case LONGEST_GROUP_FIRST -> listed(longestFirst(groups(tasks)), workers, requestMillis);
    };
  }

  /** Gives each task to the worker that is free first; of several, to the one of least number. */
  private static Schedule listed(List<Task> tasks, int workers, double requestMillis) {
    double[] busy = new double[workers];
    PriorityQueue<Integer> free =
        new PriorityQueue<>(
            Comparator.<Integer>comparingDouble(worker -> busy[worker])
                .thenComparing(Comparator.naturalOrder()));
    for (int i = 0; i < workers; i++) {
      free.add(i);
    }
    for (Task task : tasks) {
      int worker = free.remove();
      busy[worker] += requestMillis + task.millis();
      free.add(worker);
    }
    return of(busy);
  }

  private static Schedule hashed(List<Task> tasks, int workers) {
    double[] busy = new double[workers];
    for (Task task : tasks) {
      busy[Math.floorMod(spread(task.group().hashCode()), workers)] += task.millis();
    }
    return of(busy);
  }

  /** Mixes all bits, because the codes of names that differ in a number are near each other. */
  private static int spread(int code) {
    int mixed = (code ^ code >>> 16) * 0x85ebca6b;
    mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
    return mixed ^ mixed >>> 16;
  }

  private static Schedule of(double[] busy) {
    return new Schedule(Arrays.stream(busy).boxed().toList());
  }

  private static List<Task> longestFirst(List<Task> tasks) {
    List<Task> sorted = new ArrayList<>(tasks);
    // The sort is stable, so that equal tasks keep their order.
    sorted.sort(Collections.reverseOrder(Comparator.comparingDouble(Task::millis)));
    return sorted;
  }

  /** Returns one task for each {@value #BATCH} tasks. */
  private static List<Task> batches(List<Task> tasks) {
    List<Task> batches = new ArrayList<>();
    for (int from = 0; from < tasks.size(); from += BATCH) {
      List<Task> some = tasks.subList(from, Math.min(tasks.size(), from + BATCH));
      batches.add(new Task(some.getFirst().group(), some.stream().mapToDouble(Task::millis).sum()));
    }
    return batches;
  }

  /** Returns one task for each group, in the order of their first tasks. */
  private static List<Task> groups(List<Task> tasks) {
    Map<String, Double> sums = new LinkedHashMap<>();
    tasks.forEach(task -> sums.merge(task.group(), task.millis(), Double::sum));
    return sums.entrySet().stream().map(each -> new Task(each.getKey(), each.getValue())).toList();
  }

  /** Returns when the last worker is done. */
  double makespan() {
    return Collections.max(busy);
  }

  /** Returns the time of all workers together. */
  double total() {
    return busy.stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Returns the time of the worker that is busy longest, divided by the mean; 1 without work. */
  double balance() {
    return total() == 0 ? 1 : makespan() * busy.size() / total();
  }
}
