package dev.zonec.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.zonec.flows.analysis.FlowAnalysis;
import dev.zonec.flows.log.Line;
import dev.zonec.flows.log.LogLines;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Measures how many flows a second of processor time are read, attributed, judged and counted,
 * against a bare read of the same lines with Jackson, which looks at every token and keeps nothing:
 * as JSON, or as columns for the tables. Both are measured in turn, round by round, with all
 * threads of the process. Prints the medians as a table.
 */
public final class FlowTable {
  private static final JsonFactory JSON = new JsonFactory();
  private static final CsvMapper COLUMNS = new CsvMapper();
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private static final int WARM_UP = 4;
  private static final int ROUNDS = 9;

  private FlowTable() {}

  /**
   * Prints the table.
   *
   * @param args the number of flows of a round, 300,000 without it, and then formats, all without
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    long flows = args.length == 0 ? 300_000 : Long.parseLong(args[0]);
    out.println(
        "| format | bytes a line | flows/s | bare read with Jackson, lines/s | part of it, median"
            + " | least, greatest |");
    out.println("|---|---|---|---|---|---|");
    for (FlowFormat format : FlowFormat.values()) {
      if (args.length <= 1
          || Arrays.asList(args).contains(format.name().toLowerCase(Locale.ROOT))) {
        out.println(row(format, flows));
      }
    }
  }

  private static String row(FlowFormat format, long flows) throws IOException {
    FlowLog.Lines lines = format.lines(FlowBench.WORKLOADS);
    double[] bare = new double[ROUNDS];
    double[] read = new double[ROUNDS];
    double[] part = new double[ROUNDS];
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      double bareSeconds = seconds(() -> bare(format, lines, flows));
      double readSeconds = seconds(() -> analysed(lines, flows));
      if (i >= 0) {
        bare[i] = flows / bareSeconds;
        read[i] = flows / readSeconds;
        part[i] = 100 * bareSeconds / readSeconds;
      }
    }
    Arrays.sort(part);
    return String.format(
        Locale.ROOT,
        "| %s | %d | %,.0f | %,.0f | %.0f %% | %.0f, %.0f %% |",
        format,
        lines.line(0).length,
        median(read),
        median(bare),
        median(part),
        part[0],
        part[ROUNDS - 1]);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Work that reads a log. */
  private interface Work {
    void run() throws IOException;
  }

  private static double seconds(Work work) throws IOException {
    System.gc();
    long start = SYSTEM.getProcessCpuTime();
    work.run();
    return (SYSTEM.getProcessCpuTime() - start) / 1e9;
  }

  static void analysed(FlowLog.Lines lines, long flows) {
    FlowAnalysis analysis = FlowBench.analysed(lines, flows, UnaryOperator.identity());
    if (analysis.rows().isEmpty()) {
      throw new IllegalStateException("no flow was counted");
    }
  }

  static void bare(FlowFormat format, FlowLog.Lines log, long flows) throws IOException {
    LogLines lines = new LogLines(new FlowLog(log, flows));
    ObjectReader columns =
        COLUMNS.reader(CsvSchema.emptySchema().withColumnSeparator(format.separator()));
    long tokens = 0;
    while (lines.next()) {
      Line line = lines.line();
      tokens +=
          tokens(
              format.isJson()
                  ? JSON.createParser(
                      ObjectReadContext.empty(), line.bytes(), line.start(), line.length())
                  : columns.createParser(line.bytes(), line.start(), line.length()));
    }
    if (tokens < 10 * flows) {
      throw new IllegalStateException("the lines have too few tokens");
    }
  }

  private static long tokens(JsonParser parser) {
    long tokens = 0;
    try (parser) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }
}
