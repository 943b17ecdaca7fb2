package dev.zonec.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of the page about benchmarks that another program measures inside of its process, after a
 * warm-up.
 *
 * @param title the heading
 * @param says what is measured, and the aim
 * @param program the class of the program, and its arguments
 */
record MeasuredTable(String title, String says, List<String> program) {
  private static final int SECONDS = 1800;

  /** The tables of the page. */
  static final List<MeasuredTable> ALL =
      List.of(
          new MeasuredTable(
              "Engine, warm",
              "From the policies of a world in memory to what reaches what over any number of hops."
                  + " Aims: 300 ms for\n10,000 pods, 1 s for 100,000.",
              List.of("ReachTable")),
          new MeasuredTable(
              "Proofs",
              "A program, its compiled policies read back, and all claims with 100 assertions about"
                  + " paths of any length,\n"
                  + "certified by Z3. Aims: 10 s for 5,000 zones, 3 s for 1,000 zones with 6,000"
                  + " policies.",
              List.of("ProofTable")),
          new MeasuredTable(
              "One policy edited",
              "A session proves the same program again after an edit of one policy (docs/decisions/"
                  + "0146). Aim: 20 ms for the\n95th percentile with 6,000 policies. An edit that"
                  + " violates a claim is proved from the start.",
              List.of("SessionTable", "200", "1000")),
          new MeasuredTable(
              "Reading",
              "A cluster in memory to the objects that zonec uses, next to the events of"
                  + " SnakeYAML's parser for the same texts.\nAim: 1.5 times the events.",
              List.of("ReadTable")),
          new MeasuredTable(
              "Edits in an editor",
              "The problems of a source after an edit. Aim: 100 ms for the 95th percentile with"
                  + " 5,000 lines.",
              List.of("EditTable")));

  /** Returns the command, for a shell. */
  String command() {
    return "java -Xmx3g -cp bench/target/bench.jar dev.zonec.bench." + String.join(" ", program);
  }

  /** Runs the program, and returns the lines of its table. */
  List<String> lines(Path repository) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx3g",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.zonec.bench." + program.getFirst()));
    command.addAll(program.subList(1, program.size()));
    CommandRun run = CommandRun.of(command, repository, SECONDS);
    return run.output().lines().filter(line -> line.startsWith("|")).toList();
  }

  /** Returns the rows of a table as records, for the file in JSON. */
  List<Map<String, String>> records(List<String> table) {
    List<Map<String, String>> records = new ArrayList<>();
    for (String line : table.subList(Math.min(2, table.size()), table.size())) {
      List<String> names = cells(table.getFirst());
      List<String> values = cells(line);
      Map<String, String> record = new LinkedHashMap<>();
      for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
        record.put(names.get(i), values.get(i));
      }
      records.add(record);
    }
    return records;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|", -1))
        .map(String::strip)
        .filter(c -> !c.isEmpty())
        .toList();
  }
}
