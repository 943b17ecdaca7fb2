package dev.zonec.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.zonec.bench.Schedule.Rule;
import dev.zonec.bench.Schedule.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Schedules of known small cases, and bounds that hold for all of them. */
final class ScheduleTest {
  private static final double NEARLY = 1e-9;

  @Test
  void aWorkerThatIsFreeTakesTheNextTask() {
    assertThat(schedule(Rule.ARRIVAL, 2, 1, 1, 1, 1, 4).busy()).containsExactly(6.0, 2.0);
    assertThat(schedule(Rule.ARRIVAL, 3, 5, 1, 1, 1).busy()).containsExactly(5.0, 2.0, 1.0);
  }

  @Test
  void longTasksFirstFillTheGapsWithShortOnes() {
    assertThat(schedule(Rule.LONGEST_FIRST, 2, 1, 1, 1, 1, 4).busy()).containsExactly(4.0, 4.0);
  }

  /** The worst case of Graham (1969): the bound of 4/3 - 1/(3m) is reached with two workers. */
  @Test
  void longTasksFirstAreNotAlwaysShortest() {
    assertThat(schedule(Rule.LONGEST_FIRST, 2, 3, 3, 2, 2, 2).makespan()).isEqualTo(7);
    assertThat(shortest(doubles(3, 3, 2, 2, 2), 2)).isEqualTo(6);
  }

  /** The worst case of list scheduling: the longest task comes last. */
  @Test
  void theLongestTaskLastReachesTheBoundOfListScheduling() {
    for (int workers = 2; workers <= 6; workers++) {
      List<Task> tasks = new ArrayList<>();
      for (int i = 0; i < workers * (workers - 1); i++) {
        tasks.add(new Task("a", 1));
      }
      tasks.add(new Task("a", workers));
      assertThat(Schedule.of(Rule.ARRIVAL, tasks, workers).makespan()).isEqualTo(2 * workers - 1);
      assertThat(Schedule.of(Rule.LONGEST_FIRST, tasks, workers).makespan()).isEqualTo(workers);
    }
  }

  @Test
  void aHundredTasksAreTakenTogether() {
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      tasks.add(new Task("g" + i, 1));
    }
    assertThat(Schedule.of(Rule.NEXT_HUNDRED, tasks, 2).busy()).containsExactly(150.0, 100.0);
  }

  @Test
  void aWorkerWaitsForEachAnswerToARequest() {
    List<Task> tasks = List.of(new Task("a", 4), new Task("a", 2), new Task("b", 5));
    assertThat(Schedule.of(Rule.ARRIVAL, tasks, 1, 3).makespan()).isEqualTo(11 + 3 * 3);
    assertThat(Schedule.of(Rule.LONGEST_GROUP_FIRST, tasks, 1, 3).makespan()).isEqualTo(11 + 2 * 3);
    assertThat(Schedule.of(Rule.NEXT_HUNDRED, tasks, 1, 3).makespan()).isEqualTo(11 + 3);
    assertThat(Schedule.of(Rule.HASH_OF_GROUP, tasks, 1, 3).makespan()).isEqualTo(11);
  }

  @Test
  void aGroupStaysOnOneWorker() {
    List<Task> tasks =
        List.of(new Task("a", 1), new Task("b", 2), new Task("a", 3), new Task("c", 2));
    assertThat(Schedule.of(Rule.LONGEST_GROUP_FIRST, tasks, 2).busy()).containsExactly(4.0, 4.0);
    assertThat(Schedule.of(Rule.LONGEST_GROUP_FIRST, tasks, 8).makespan()).isEqualTo(4);
    Schedule hashed = Schedule.of(Rule.HASH_OF_GROUP, tasks, 1_000);
    assertThat(hashed.busy().stream().filter(busy -> busy > 0))
        .containsExactlyInAnyOrder(4.0, 2.0, 2.0);
  }

  @Test
  void hashesOfNumberedNamesAreSpreadOverAllWorkers() {
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < 8_000; i++) {
      tasks.add(new Task("ns" + i, 1));
    }
    assertThat(Schedule.of(Rule.HASH_OF_GROUP, tasks, 8).balance()).isLessThan(1.1);
  }

  @Test
  void withoutTasksEveryWorkerIsIdle() {
    for (Rule rule : Rule.values()) {
      Schedule schedule = Schedule.of(rule, List.of(), 3);
      assertThat(schedule.busy()).containsExactly(0.0, 0.0, 0.0);
      assertThat(schedule.balance()).isEqualTo(1);
    }
  }

  @Test
  void schedulesKeepTheirBounds() {
    Random random = new Random(17);
    for (int round = 0; round < 2_000; round++) {
      int workers = 1 + random.nextInt(12);
      List<Task> tasks = random(random, random.nextInt(60));
      double longest = tasks.stream().mapToDouble(Task::millis).max().orElse(0);
      double total = tasks.stream().mapToDouble(Task::millis).sum();
      double least = Math.max(longest, total / workers);
      for (Rule rule : Rule.values()) {
        Schedule schedule = Schedule.of(rule, tasks, workers);
        assertThat(schedule.busy()).hasSize(workers);
        assertThat(schedule.total()).isCloseTo(total, within(NEARLY * (1 + total)));
        assertThat(schedule.makespan()).isGreaterThanOrEqualTo(least - NEARLY * (1 + total));
        assertThat(schedule.balance()).isGreaterThanOrEqualTo(1 - NEARLY);
      }
      // What list scheduling needs at most beyond an even division is one task.
      double most = total / workers + longest * (1 - 1.0 / workers);
      assertThat(Schedule.of(Rule.ARRIVAL, tasks, workers).makespan())
          .isLessThanOrEqualTo(most + NEARLY * (1 + total));
      assertThat(Schedule.of(Rule.LONGEST_FIRST, tasks, workers).makespan())
          .isLessThanOrEqualTo(most + NEARLY * (1 + total));
    }
  }

  /** Compares with the shortest of all schedules, which small cases allow to try. */
  @Test
  void listSchedulesAreWithinTheirFactorOfTheShortest() {
    Random random = new Random(23);
    for (int round = 0; round < 300; round++) {
      int workers = 2 + random.nextInt(2);
      List<Task> tasks = random(random, 1 + random.nextInt(7));
      double shortest =
          shortest(tasks.stream().mapToDouble(Task::millis).toArray(), workers) + NEARLY;
      assertThat(Schedule.of(Rule.ARRIVAL, tasks, workers).makespan())
          .isLessThanOrEqualTo(shortest * (2 - 1.0 / workers));
      assertThat(Schedule.of(Rule.LONGEST_FIRST, tasks, workers).makespan())
          .isLessThanOrEqualTo(shortest * (4.0 / 3 - 1.0 / (3 * workers)));
      for (Rule rule : Rule.values()) {
        assertThat(Schedule.of(rule, tasks, workers).makespan())
            .isGreaterThanOrEqualTo(shortest - 2 * NEARLY);
      }
    }
  }

  private static List<Task> random(Random random, int count) {
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double millis = random.nextInt(10) == 0 ? 100 * random.nextDouble() : random.nextDouble();
      tasks.add(new Task("g" + random.nextInt(8), millis));
    }
    return tasks;
  }

  private static double shortest(double[] millis, int workers) {
    return shortest(millis, 0, new double[workers]);
  }

  private static double shortest(double[] millis, int at, double[] busy) {
    if (at == millis.length) {
      return Arrays.stream(busy).max().orElseThrow();
    }
    double best = Double.MAX_VALUE;
    for (int worker = 0; worker < busy.length; worker++) {
      busy[worker] += millis[at];
      best = Math.min(best, shortest(millis, at + 1, busy));
      busy[worker] -= millis[at];
    }
    return best;
  }

  private static Schedule schedule(Rule rule, int workers, int... millis) {
    return Schedule.of(
        rule, Arrays.stream(millis).mapToObj(each -> new Task("t" + each, each)).toList(), workers);
  }

  private static double[] doubles(int... values) {
    return Arrays.stream(values).asDoubleStream().toArray();
  }
}
