package dev.zonec.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Simulates that the obligations of a proof are spread over workers. The costs of the obligations
 * were measured before and are read from files, so every run prints the same tables.
 */
public final class SpreadTable {
  /** The folder of the recordings in the repository. */
  static final Path RECORDINGS = Path.of("bench", "recordings");

  private static final List<Integer> WORKERS = List.of(1, 2, 8, 32, 128, 512);

  /** One gigabit a second, and a round trip within a data centre with the work of both ends. */
  private static final double BYTES_PER_SECOND = 125_000_000;

  private static final double REQUEST_MILLIS = 1;

  private static final String LAYERED = "layered";
  private static final int LAYERED_NAMESPACES = 1_000;

  private static final String SKEWED = "skewed";
  private static final int SKEWED_NAMESPACES = 300;
  private static final int SKEWED_LARGEST = 60;
  private static final long SEED = 11;

  private static final int CLUSTERS = 50;

  private static final List<String> NAMES = List.of(LAYERED, SKEWED);

  private SpreadTable() {}

  /**
   * Prints the tables.
   *
   * @param args {@code --record} to measure the costs first, which takes some minutes, and after it
   *     the names of recordings; all without names
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    List<String> words = Arrays.asList(args);
    if (!words.isEmpty() && words.getFirst().equals("--record")) {
      record(words.size() == 1 ? NAMES : words.subList(1, words.size()));
    }
    tables(RECORDINGS).forEach(out::println);
  }

  private static void record(List<String> names) throws IOException {
    Files.createDirectories(RECORDINGS);
    // The first recording loads and compiles the code.
    new ProofRecorder(LayeredProgram.text(60, 20), "").recording("warm-up");
    for (String name : names) {
      recorder(name).recording(name).write(file(RECORDINGS, name));
    }
  }

  private static ProofRecorder recorder(String name) {
    return switch (name) {
      case LAYERED -> new ProofRecorder(LayeredProgram.text(LAYERED_NAMESPACES, 100), "");
      case SKEWED -> {
        SkewedProgram program = new SkewedProgram(SKEWED_NAMESPACES, SKEWED_LARGEST, SEED);
        yield new ProofRecorder(program.text(20), program.widePolicies());
      }
      default -> throw new IllegalArgumentException("no such cluster: " + name);
    };
  }

  private static Path file(Path folder, String name) {
    return folder.resolve(name + ".tsv.gz");
  }

  /** Returns the lines of the tables of all recordings in {@code folder}. */
  static List<String> tables(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    List<ProofRecording> recordings = new ArrayList<>();
    for (String name : NAMES) {
      recordings.add(ProofRecording.read(file(folder, name)));
    }
    recordings.forEach(recording -> lines.addAll(tables(recording)));
    lines.addAll(clusters(recordings));
    return List.copyOf(lines);
  }

  /** Returns the lines of the tables of one recording. */
  static List<String> tables(ProofRecording recording) {
    List<String> lines = new ArrayList<>();
    lines.add("**" + recording.cluster() + "**");
    lines.add("");
    lines.addAll(costs(recording));
    lines.add("");
    lines.add("| workers | order | makespan ms | speedup | balance | sequential part |");
    lines.add("|---|---|---|---|---|---|");
    SpreadCosts policies = costs(SpreadCosts.Way.POLICIES);
    for (int workers : WORKERS) {
      for (Schedule.Rule rule : Schedule.Rule.values()) {
        SpreadCosts.Run run = policies.run(recording, rule, workers);
        lines.add(
            line(
                Integer.toString(workers),
                rule.toString(),
                number(run.makespan()),
                decimal(run.speedup()),
                decimal(run.schedule().balance()),
                percent(run.sequentialPart())));
      }
    }
    lines.add("");
    lines.add("| way | greatest speedup | 8 workers | 128 workers |");
    lines.add("|---|---|---|---|");
    Schedule.Rule best = Schedule.Rule.NEXT_HUNDRED;
    for (SpreadCosts.Way way : SpreadCosts.Way.values()) {
      SpreadCosts costs = costs(way);
      lines.add(
          line(
              way.toString(),
              decimal(costs.run(recording, best, 1).bound()),
              decimal(costs.run(recording, best, 8).speedup()),
              decimal(costs.run(recording, best, 128).speedup())));
    }
    lines.add("");
    return lines;
  }

  /** Returns the lines of a table in which each task is the whole proof of a cluster. */
  private static List<String> clusters(List<ProofRecording> recordings) {
    List<Schedule.Task> tasks = new ArrayList<>();
    for (int i = 0; i < CLUSTERS; i++) {
      ProofRecording.Stages stages = recordings.get(i % recordings.size()).stages();
      tasks.add(
          new Schedule.Task(
              "cluster " + i,
              (stages.programBytes() + stages.policyBytes()) * 1e3 / BYTES_PER_SECOND
                  + stages.read()
                  + stages.verified()));
    }
    double alone = tasks.stream().mapToDouble(Schedule.Task::millis).sum();
    List<String> lines = new ArrayList<>();
    lines.add("**" + CLUSTERS + " clusters, in turn one of each kind, each proved by one worker**");
    lines.add("");
    lines.add("| workers | order | makespan ms | speedup | balance |");
    lines.add("|---|---|---|---|---|");
    for (int workers : WORKERS) {
      for (Schedule.Rule rule : List.of(Schedule.Rule.ARRIVAL, Schedule.Rule.LONGEST_FIRST)) {
        Schedule schedule = Schedule.of(rule, tasks, workers);
        lines.add(
            line(
                Integer.toString(workers),
                rule.toString(),
                number(schedule.makespan()),
                decimal(alone / schedule.makespan()),
                decimal(schedule.balance())));
      }
    }
    return lines;
  }

  private static SpreadCosts costs(SpreadCosts.Way way) {
    return new SpreadCosts(way, BYTES_PER_SECOND, REQUEST_MILLIS);
  }

  private static List<String> costs(ProofRecording recording) {
    ProofRecording.Stages stages = recording.stages();
    List<RecordedObligation> few =
        recording.obligations().stream().filter(each -> !each.whole()).toList();
    List<RecordedObligation> whole =
        recording.obligations().stream().filter(RecordedObligation::whole).toList();
    List<Long> policyBytes = few.stream().map(RecordedObligation::policyBytes).sorted().toList();
    List<Long> textBytes = few.stream().map(RecordedObligation::textBytes).sorted().toList();
    List<Long> micros = few.stream().map(RecordedObligation::micros).sorted().toList();
    List<String> lines = new ArrayList<>();
    lines.add("| measured | |");
    lines.add("|---|---|");
    lines.add(line("whole proof on one machine", number(stages.verified()) + " ms"));
    lines.add(line("read the program and the policies", number(stages.read()) + " ms"));
    lines.add(line("search the invariants of paths", number(stages.searched()) + " ms"));
    lines.add(
        line(
            "the same, and encode each question and look up its digest",
            number(stages.confirmed()) + " ms"));
    lines.add(line("load the shared data in a worker", number(stages.loaded()) + " ms"));
    lines.add(
        line(
            "program, vocabulary, all policies",
            number(stages.programBytes())
                + ", "
                + number(stages.vocabularyBytes())
                + ", "
                + number(stages.policyBytes())
                + " bytes"));
    lines.add(line("what all texts contain", number(stages.preambleBytes()) + " bytes"));
    lines.add(
        line(
            "obligations with few policies",
            number(few.size()) + ", " + number(millis(few)) + " ms"));
    lines.add(
        line(
            "obligations with all policies",
            number(whole.size()) + ", " + number(millis(whole)) + " ms"));
    lines.add(line("time of one: median, 99 %, greatest", spread(micros) + " µs"));
    lines.add(line("its policies: median, 99 %, greatest", spread(policyBytes) + " bytes"));
    lines.add(line("its own text: median, 99 %, greatest", spread(textBytes) + " bytes"));
    lines.add(
        line(
            "write the texts of those with few policies",
            number(few.stream().mapToLong(RecordedObligation::textMicros).sum() / 1e3) + " ms"));
    return lines;
  }

  private static double millis(List<RecordedObligation> some) {
    return some.stream().mapToDouble(RecordedObligation::millis).sum();
  }

  /** Returns the median, the value that one in a hundred exceeds, and the greatest value. */
  private static String spread(List<Long> sorted) {
    return sorted.isEmpty()
        ? "none"
        : number(sorted.get(sorted.size() / 2))
            + ", "
            + number(sorted.get(sorted.size() * 99 / 100))
            + ", "
            + number(sorted.getLast());
  }

  private static String line(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String percent(double part) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * part);
  }
}
