package dev.zonec.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What it costs to spread the obligations of a proof over workers.
 *
 * <p>Reading, the search for the invariants of paths, and obligations with all policies stay on one
 * machine, before the others are sent. All data leave this machine over one connection.
 *
 * @param way what is sent to a worker
 * @param bytesPerSecond how fast data leave the machine
 * @param requestMillis how long a worker waits for what it asks for
 */
record SpreadCosts(Way way, double bytesPerSecond, double requestMillis) {
  /** What is sent to a worker, and how its answer is known. */
  enum Way {
    /**
     * A worker has the program and the vocabulary, and gets the policies of an obligation. Its
     * answer is that to the obligation with a number.
     */
    POLICIES("policies are sent, answers have numbers"),
    /** The same, and one machine encodes each obligation too, to look up its digest. */
    DIGESTS("policies are sent, answers have digests"),
    /** A worker gets the text of an obligation in SMT-LIB, which one machine has written. */
    TEXTS("texts are sent");

    private final String title;

    Way(String title) {
      this.title = title;
    }

    @Override
    public String toString() {
      return title;
    }
  }

  /**
   * A simulated run. All times are milliseconds.
   *
   * @param alone the time on one machine, without workers
   * @param sequential the part that one machine does before others start
   * @param start the time from then on until the workers start with their first task
   * @param schedule the tasks of the workers
   */
  record Run(double alone, double sequential, double start, Schedule schedule) {
    /** Returns when the last worker is done, from the start of the run. */
    double makespan() {
      return sequential + start + schedule.makespan();
    }

    /** Returns how many times as fast the run is as one machine. */
    double speedup() {
      return alone / makespan();
    }

    /** Returns which part of the run one machine does alone, from 0 to 1. */
    double sequentialPart() {
      return sequential / makespan();
    }

    /** Returns the greatest speedup that any number of workers can have. */
    double bound() {
      return alone / sequential;
    }
  }

  /**
   * Simulates a run.
   *
   * @param workers the number of workers, at least one
   */
  Run run(ProofRecording recording, Schedule.Rule rule, int workers) {
    ProofRecording.Stages stages = recording.stages();
    double read = stages.read();
    double whole = 0;
    double few = 0;
    double written = 0;
    List<Schedule.Task> tasks = new ArrayList<>();
    for (RecordedObligation each : recording.obligations()) {
      if (each.whole()) {
        whole += each.millis();
      } else {
        few += each.millis();
        written += each.textMicros() / 1e3;
        tasks.add(new Schedule.Task(each.group(), each.millis() + sent(bytes(each))));
      }
    }
    double alone = read + stages.searched() + whole + few;
    double sequential =
        switch (way) {
          case POLICIES -> read + stages.searched() + whole;
          // The measured time contains that of obligations with all policies.
          case DIGESTS -> read + stages.confirmed();
          case TEXTS -> read + stages.searched() + whole + written;
        };
    return new Run(
        alone,
        sequential,
        start(stages, workers),
        Schedule.of(rule, tasks, workers, requestMillis));
  }

  private long bytes(RecordedObligation each) {
    return switch (way) {
      case POLICIES, DIGESTS -> each.policyBytes();
      case TEXTS -> each.textBytes();
    };
  }

  private double start(ProofRecording.Stages stages, int workers) {
    return switch (way) {
      case POLICIES, DIGESTS ->
          stages.loaded() + workers * sent(stages.programBytes() + stages.vocabularyBytes());
      case TEXTS -> workers * sent(stages.preambleBytes());
    };
  }

  private double sent(long bytes) {
    return bytes * 1e3 / bytesPerSecond;
  }
}
