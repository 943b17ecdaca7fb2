package dev.zonec.bench;

import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.flows.analysis.FlowAnalysis;
import dev.zonec.flows.attribution.Attribution;
import dev.zonec.flows.judgement.Judge;
import dev.zonec.flows.log.LogLines;
import dev.zonec.flows.rule.Thresholds;
import dev.zonec.flows.source.LogReading;
import dev.zonec.flows.threat.ThreatLists;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Defaults;
import dev.zonec.model.program.ZoneProgram;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Measures how many flows a second of processor time are read, attributed, judged and counted,
 * against a bare read of the same lines with Jackson, which looks at every token and keeps nothing.
 * Prints a table, with the heap that is in use after a collection.
 */
public final class FlowTable {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int WORKLOADS = 200;

  private static final World WORLD = world();

  private FlowTable() {}

  /**
   * Prints the table.
   *
   * @param args the number of flows, one or several; two million without arguments
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    out.println("| format | flows | flows/s | bare read, lines/s | part of it | heap after, MB |");
    out.println("|---|---|---|---|---|---|");
    List<String> counts = args.length == 0 ? List.of("2000000") : List.of(args);
    for (FlowLog.Format format : FlowLog.Format.values()) {
      bare(format, 50_000);
      analysed(format, 50_000);
      for (String count : counts) {
        out.println(row(format, Long.parseLong(count)));
      }
    }
  }

  private static String row(FlowLog.Format format, long flows) throws IOException {
    double bare = flows / seconds(() -> bare(format, flows));
    FlowAnalysis[] kept = new FlowAnalysis[1];
    double read = flows / seconds(() -> kept[0] = analysed(format, flows));
    System.gc();
    long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    if (kept[0].rows().isEmpty()) {
      throw new IllegalStateException("no flow was counted");
    }
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %,.0f | %,.0f | %.0f %% | %d |",
        format,
        flows,
        read,
        bare,
        100 * read / bare,
        used >> 20);
  }

  /** Work that reads a log. */
  private interface Work {
    void run() throws IOException;
  }

  private static double seconds(Work work) throws IOException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    work.run();
    return (threads.getCurrentThreadCpuTime() - start) / 1e9;
  }

  private static void bare(FlowLog.Format format, long flows) throws IOException {
    LogLines lines = new LogLines(new FlowLog(format, WORKLOADS, flows));
    long tokens = 0;
    while (lines.next()) {
      try (JsonParser parser =
          JSON.createParser(
              ObjectReadContext.empty(),
              lines.line().bytes(),
              lines.line().start(),
              lines.line().length())) {
        while (parser.nextToken() != null) {
          tokens++;
        }
      }
    }
    if (tokens < flows) {
      throw new IllegalStateException("the lines are not JSON");
    }
  }

  private static FlowAnalysis analysed(FlowLog.Format format, long flows) {
    World world = WORLD;
    Cluster cluster = new Cluster(List.of(Cidr.of("10.0.0.0/8")), List.of(), List.of());
    ZoneProgram program =
        new ZoneProgram(
            "bench", List.of(), List.of(), List.of(), List.of(), Defaults.STANDARD, cluster, false);
    Attribution attribution = new Attribution(world, cluster, List.of());
    FlowAnalysis analysis =
        new FlowAnalysis(
            attribution,
            new Judge(world, program, false, Reading.MAY, attribution, true),
            ThreatLists.NONE,
            Thresholds.STANDARD,
            (row, first) -> {});
    InputStream log = new FlowLog(format, WORKLOADS, flows);
    LogReading reading = new LogReading(analysis, log);
    reading.read(InputPath.of("-"));
    long read = reading.counts().getFirst().flows();
    if (read != flows) {
      throw new IllegalStateException(read + " flows were read instead of " + flows);
    }
    return analysis;
  }

  private static World world() {
    return new WorldReader()
        .read(
            ManifestReader.read(
                List.of(new SourceText("bench.yaml", FlowLog.manifests(WORKLOADS)))))
        .world();
  }
}
