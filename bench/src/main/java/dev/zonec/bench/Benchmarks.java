package dev.zonec.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the command as whole processes: its start on the example, its cost as clusters grow, two
 * large clusters, and other programs on the same manifests if they are installed. Writes {@code
 * docs/benchmarks.md} and {@code docs/benchmarks.json}, or with {@code --check} only compares
 * exponents and ratios with bounds.
 */
public final class Benchmarks {
  private static final String SHOP = "examples/online-boutique";

  /** The namespaces of the clusters whose cost is compared. */
  private static final List<Integer> NAMESPACES = List.of(125, 250, 500, 1000);

  private static final List<Integer> TIMES = List.of(1, 2, 4);
  private static final List<Integer> FEW_NAMESPACES = List.of(100, 200, 400);

  /** The questions that each cluster is asked. */
  private static final Map<String, List<String>> QUESTIONS = new LinkedHashMap<>();

  static {
    QUESTIONS.put("connections", List.of("connections", "-f", "csv"));
    QUESTIONS.put("connections by class", List.of("connections"));
    QUESTIONS.put("paths of one workload", List.of("ns-7/app-2 ~> *"));
    QUESTIONS.put("exposure", List.of("exposure"));
  }

  /** The aim: cost grows at most so. */
  private static final double AIM = 1.1;

  /** What a check accepts, as machines are noisy and small clusters are mostly start. */
  private static final double ACCEPTED = 1.5;

  private final Path repository;
  private final Path scratch;
  private final int times;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, Object> data = new LinkedHashMap<>();
  private final List<Map<String, Object>> entries = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  private Benchmarks(Path repository, Path scratch, int times) {
    this.repository = repository;
    this.scratch = scratch;
    this.times = times;
  }

  /** Measures; the only argument is {@code --check} or nothing. */
  public static void main(String[] args) throws IOException {
    boolean check = Arrays.asList(args).contains("--check");
    Path repository = Path.of("").toAbsolutePath();
    // The first run builds the command.
    CommandRun.of(List.of(repository.resolve("zonec").toString(), "--version"), repository, 1200);
    Benchmarks benchmarks;
    try (ScratchFolder scratch = ScratchFolder.create()) {
      benchmarks = new Benchmarks(repository, scratch.path(), check ? 2 : 5);
      if (check) {
        benchmarks.growth(FEW_NAMESPACES);
        benchmarks.leaks();
      } else {
        benchmarks.all();
        benchmarks.write();
      }
    }
    PrintStream out = System.out;
    benchmarks.lines.forEach(out::println);
    benchmarks.failures.forEach(out::println);
    System.exit(check && !benchmarks.failures.isEmpty() ? 1 : 0);
  }

  private void all() {
    line("# Benchmarks");
    line("");
    line(
        "Each figure is the median of "
            + times
            + " runs of a whole process, after one that is not counted.");
    line(
        "Machines differ, so compare ratios and exponents rather than milliseconds. An exponent"
            + " says how");
    line(
        "processor time grows with the number of workloads, without the start: with 1.0, twice the"
            + " workloads");
    line(
        "take twice the time. A cluster has 10 different workloads and 6 policies in each"
            + " namespace.");
    line("");
    line("This page is written by:");
    line("");
    line("```");
    line("./mvnw -q -pl bench -am package -DskipTests");
    line("java -cp bench/target/bench.jar dev.zonec.bench.Benchmarks");
    line("```");
    line("");
    String machine =
        Runtime.getRuntime().availableProcessors()
            + " processors, "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + ", Java "
            + System.getProperty("java.version");
    String date = LocalDate.now(ZoneOffset.UTC).toString();
    line("Measured on " + date + ": " + machine + ".");
    data.put("date", date);
    data.put("machine", machine);
    start();
    growth(NAMESPACES);
    shapes();
    varied();
    large();
    leaks();
    for (MeasuredTable table : MeasuredTable.ALL) {
      table(table);
    }
    peers();
  }

  /** Adds a table that a program measures in a process of its own. */
  private void table(MeasuredTable table) {
    line("");
    line("## " + table.title());
    line("");
    line(table.says());
    line("");
    line("```");
    line(table.command());
    line("```");
    line("");
    List<String> measured = table.lines(repository);
    lines.addAll(measured);
    data.put(table.title(), table.records(measured));
  }

  private Series zonec(int seconds, String... args) {
    List<String> command = new ArrayList<>(List.of(repository.resolve("zonec").toString()));
    command.addAll(List.of(args));
    return Series.of(times, () -> CommandRun.of(command, repository, seconds));
  }

  private void start() {
    section("Start", "command", "wall ms", "least, greatest", "processor ms", "peak MiB", "aim");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Series bare = Series.of(times, () -> CommandRun.of(List.of(java, "-version"), repository, 60));
    startRow("java -version", bare, "");
    startRow("zonec explain ZC0101", zonec(60, "explain", "ZC0101"), "200 ms");
    startRow("zonec fmt --check", zonec(60, "fmt", "--check", SHOP + "/zones"), "200 ms");
    startRow(
        "zonec query 'web ~> redis'",
        zonec(60, "query", "web ~> redis", SHOP + "/zones", "-m", SHOP + "/k8s"),
        "350 ms");
    startRow(
        "zonec verify",
        zonec(60, "verify", SHOP + "/zones", "-m", SHOP + "/k8s"),
        "600 ms, 120 MiB");
  }

  private void startRow(String name, Series series, String aim) {
    row(
        name,
        text(series, CommandRun::wallMillis),
        series.least(CommandRun::wallMillis) + ", " + series.greatest(CommandRun::wallMillis),
        text(series, CommandRun::cpuMillis),
        text(series, CommandRun::peakMib),
        aim);
    record("start", name, 1, series);
  }

  /** Measures each question on clusters of several sizes, and the exponent of its cost. */
  private void growth(List<Integer> sizes) {
    double start = growthSection("Growth", "question", "workloads");
    for (int namespaces : sizes) {
      ClusterFiles.policed(scratch.resolve("policed-" + namespaces), namespaces, false);
    }
    QUESTIONS.forEach(
        (name, question) -> {
          List<Double> costs = new ArrayList<>();
          for (int namespaces : sizes) {
            List<String> args = new ArrayList<>(List.of("query"));
            args.addAll(question);
            args.addAll(List.of("-m", scratch.resolve("policed-" + namespaces).toString()));
            Series series = zonec(300, args.toArray(String[]::new));
            int workloads = namespaces * ClusterFiles.WORKLOADS;
            costs.add(cost(series, start));
            figures(name, Integer.toString(workloads), series, exponent(sizes, costs));
            record("growth", name, workloads, series);
          }
          double exponent = Exponent.of(sizes, costs);
          if (exponent > ACCEPTED) {
            failures.add(name + " grows with the exponent " + exponent);
          }
        });
  }

  /** Measures one question on clusters of other shapes. */
  private void shapes() {
    double start =
        growthSection("Growth of other shapes", "shape, connections by class", "workloads");
    for (ShapeFiles shape : ShapeFiles.values()) {
      List<Double> costs = new ArrayList<>();
      for (int namespaces : FEW_NAMESPACES) {
        Path folder = scratch.resolve(shape.name() + namespaces);
        shape.write(folder, namespaces);
        Series series = zonec(300, "query", "connections", "-m", folder.toString());
        int workloads = namespaces * ClusterFiles.WORKLOADS;
        costs.add(cost(series, start));
        figures(shape.text(), Integer.toString(workloads), series, exponent(FEW_NAMESPACES, costs));
        record("shapes", shape.text(), workloads, series);
      }
    }
  }

  /** Measures one question on clusters of which one quantity varies. */
  private void varied() {
    double start =
        growthSection("Growth with one quantity", "what varies, connections by workload", "times");
    for (VariedFiles varied : VariedFiles.values()) {
      List<Double> costs = new ArrayList<>();
      for (int times : TIMES) {
        Path folder = scratch.resolve(varied.name() + times);
        varied.write(folder, times);
        Series series = zonec(300, "query", "connections", "-f", "csv", "-m", folder.toString());
        costs.add(cost(series, start));
        figures(varied.text(), Integer.toString(times), series, exponent(TIMES, costs));
        record("varied", varied.text(), varied.workloads(times), series);
      }
    }
  }

  /** Begins a table of costs that grow, and returns the processor time of a start. */
  private double growthSection(String title, String subject, String size) {
    section(title, subject, size, "rows", "wall ms", "processor ms", "peak MiB", "exponent");
    return zonec(60, "--version").median(CommandRun::cpuMillis);
  }

  /** Returns the processor time without that of a start. */
  private static double cost(Series series, double start) {
    return Math.max(1, series.median(CommandRun::cpuMillis) - start);
  }

  /** Returns the exponent and its aim, or nothing while costs of larger sizes are missing. */
  private static String exponent(List<Integer> sizes, List<Double> costs) {
    return costs.size() == sizes.size()
        ? String.format(Locale.ROOT, "%.2f (aim %.1f)", Exponent.of(sizes, costs), AIM)
        : "";
  }

  private void large() {
    section(
        "Large clusters",
        "cluster",
        "question",
        "rows",
        "wall ms",
        "processor ms",
        "peak MiB",
        "aim");
    Path policed = scratch.resolve("large");
    ClusterFiles.policed(policed, 10_000, false);
    Path unpoliced = scratch.resolve("unpoliced");
    ClusterFiles.unpoliced(unpoliced, 120_000);
    largeRow("100,000 workloads, 60,000 policies", policed, "30 s, 2,048 MiB");
    largeRow("120,000 pods, no policy", unpoliced, "ends");
  }

  private void largeRow(String name, Path folder, String aim) {
    List<String> command =
        List.of(
            repository.resolve("zonec").toString(),
            "query",
            "connections",
            "--timeout",
            "600",
            "-m",
            folder.toString());
    Series series = Series.once(() -> CommandRun.of(command, repository, 600));
    figures(name, "connections by class, one run", series, aim);
    record("large", name, 1, series);
  }

  /** Shows that a planted leak is found and its safe twin is not reported. */
  private void leaks() {
    section("Planted leak", "cluster", "a foreign namespace reaches the database");
    for (boolean leak : new boolean[] {true, false}) {
      Path folder = scratch.resolve(leak ? "leak" : "twin");
      ClusterFiles.policed(folder, 50, leak);
      String question = "ns-26/app-1 -> ns-25/app-9 : tcp/5432";
      CommandRun asked =
          CommandRun.of(
              List.of(
                  repository.resolve("zonec").toString(),
                  "query",
                  question,
                  "-m",
                  folder.toString()),
              repository,
              60);
      String answer = asked.output();
      boolean found = asked.exit() == 0 && !answer.contains("no connection");
      row(leak ? "with a leak" : "its twin", found ? "yes" : "no");
      if (found != leak) {
        failures.add("the answer about a planted leak is wrong: " + answer);
      }
    }
  }

  /**
   * Runs other programs on the same clusters. A program that took more than a minute is not run on
   * larger ones.
   */
  private void peers() {
    section("Other programs", "cluster", "program", "wall ms", "processor ms", "peak MiB");
    Set<PeerProgram> slow = new HashSet<>();
    for (int namespaces : List.of(20, 100, 300)) {
      Path folder = scratch.resolve("peers-" + namespaces);
      ClusterFiles.policed(folder, namespaces, false);
      peerRow(
          namespaces,
          "zonec query connections",
          zonec(120, "query", "connections", "-f", "csv", "-m", folder.toString()));
      for (PeerProgram peer : PeerProgram.ALL) {
        if (slow.contains(peer)) {
          row(workloads(namespaces), peer.name(), "not run", "", "");
          continue;
        }
        Optional<List<String>> command = peer.command(folder);
        if (command.isEmpty()) {
          row(workloads(namespaces), peer.name(), "not installed", "", "");
          continue;
        }
        Series series = Series.once(() -> CommandRun.of(command.get(), repository, 600));
        peerRow(namespaces, peer.name(), series);
        if (series.median(CommandRun::wallMillis) > 60_000) {
          slow.add(peer);
        }
      }
    }
    line("");
    line(
        "zonec and netpol-analyzer list all connections, nca (network-config-analyzer) too, and"
            + " cyclonus a table of all pairs of pods for two ports. A program that took more than"
            + " a minute is not run on larger clusters, and each is stopped after ten minutes.");
  }

  /** Adds a row with the figures of {@code series}. */
  private void figures(String first, String second, Series series, String last) {
    row(
        first,
        second,
        text(series, CommandRun::lines),
        text(series, CommandRun::wallMillis),
        text(series, CommandRun::cpuMillis),
        text(series, CommandRun::peakMib),
        last);
  }

  private static String workloads(int namespaces) {
    return namespaces * ClusterFiles.WORKLOADS + " workloads";
  }

  private void peerRow(int namespaces, String name, Series series) {
    row(
        workloads(namespaces),
        name,
        series.wasStopped()
            ? "stopped"
            : series.hasFailed() ? "failed" : text(series, CommandRun::wallMillis),
        text(series, CommandRun::cpuMillis),
        text(series, CommandRun::peakMib));
    record("peers", name, namespaces * ClusterFiles.WORKLOADS, series);
  }

  private void section(String title, String... columns) {
    line("");
    line("## " + title);
    line("");
    row(columns);
    line("|" + "---|".repeat(columns.length));
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void line(String text) {
    lines.add(text);
  }

  private static String text(Series series, ToLongFunction<CommandRun> figure) {
    return String.format(Locale.ROOT, "%,d", series.median(figure));
  }

  private void record(String section, String name, int workloads, Series series) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("section", section);
    entry.put("name", name);
    entry.put("workloads", workloads);
    entry.put("stopped", series.wasStopped());
    entry.put("wallMillis", series.runs().stream().map(CommandRun::wallMillis).toList());
    entry.put("cpuMillis", series.runs().stream().map(CommandRun::cpuMillis).toList());
    entry.put("peakMib", series.runs().stream().map(CommandRun::peakMib).toList());
    entries.add(entry);
  }

  private void write() throws IOException {
    data.put("runs", entries);
    Path docs = repository.resolve("docs");
    Files.writeString(docs.resolve("benchmarks.md"), String.join("\n", lines) + "\n");
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    Files.writeString(docs.resolve("benchmarks.json"), mapper.writeValueAsString(data) + "\n");
  }
}
