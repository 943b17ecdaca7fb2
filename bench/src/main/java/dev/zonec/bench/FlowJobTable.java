package dev.zonec.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.zonec.application.flows.FlowInputs;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.flows.rule.Thresholds;
import dev.zonec.stream.inputs.InputsRequest;
import dev.zonec.stream.parallel.ParallelCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures how many flows a second are analysed by the plain way and by the job inside of this
 * process, by the number of readers. The log is a file, and the time is that of the clock: the
 * start of Flink counts.
 */
public final class FlowJobTable {
  private static final int WORKLOADS = 200;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private static final List<Integer> PARALLELISM = List.of(1, 2, 4);

  private FlowJobTable() {}

  /** Work that reads a log, and returns the number of flows. */
  private interface Work {
    long run();
  }

  /**
   * Prints the table.
   *
   * @param args the number of flows; two million without an argument
   */
  public static void main(String[] args) throws IOException {
    long flows = args.length == 0 ? 2_000_000 : Long.parseLong(args[0]);
    PrintStream out = System.out;
    Path folder = Files.createTempDirectory("zonec-bench");
    Path log = folder.resolve("eve.json");
    Path manifests = folder.resolve("k8s.yaml");
    try {
      try (InputStream generated = new FlowLog(FlowFormat.SURICATA.lines(WORKLOADS), flows)) {
        Files.copy(generated, log);
      }
      Files.writeString(manifests, FlowLog.manifests(WORKLOADS));
      FlowInputs.Ready ready = ready(manifests, log);
      out.println("| way | flows/s | part of the plain way | processor time a flow, µs |");
      out.println("|---|---|---|---|");
      // The first run of each way loads and compiles its code.
      plain(ready);
      Run plain = measured(flows, () -> plain(ready));
      out.println(row("plain", plain, plain));
      for (int readers : PARALLELISM) {
        ParallelCheck.check(ready, readers);
        Run run = measured(flows, () -> ParallelCheck.check(ready, readers).flows());
        out.println(row("--parallel " + readers, run, plain));
      }
    } finally {
      Files.delete(log);
      Files.delete(manifests);
      Files.delete(folder);
    }
  }

  private static long plain(FlowInputs.Ready ready) {
    return ready.check((row, first) -> {}).flows();
  }

  /**
   * A measured run.
   *
   * @param rate flows a second
   * @param processor microseconds of processor time a flow, of all threads
   */
  private record Run(double rate, double processor) {}

  private static Run measured(long flows, Work work) {
    long start = System.nanoTime();
    long processor = SYSTEM.getProcessCpuTime();
    long read = work.run();
    if (read != flows) {
      throw new IllegalStateException(read + " flows were read instead of " + flows);
    }
    return new Run(
        flows * 1e9 / (System.nanoTime() - start),
        (SYSTEM.getProcessCpuTime() - processor) / 1e3 / flows);
  }

  private static String row(String way, Run run, Run plain) {
    return String.format(
        Locale.ROOT,
        "| %s | %,.0f | %.2f | %.1f |",
        way,
        run.rate(),
        run.rate() / plain.rate(),
        run.processor());
  }

  private static FlowInputs.Ready ready(Path manifests, Path log) {
    InputsRequest request =
        new InputsRequest(
            List.of(),
            List.of(manifests.toString()),
            List.of(),
            Map.of(),
            "default",
            List.of(),
            false,
            false,
            LocalDate.of(2026, 1, 1),
            Map.of(),
            Thresholds.STANDARD);
    return FlowInputs.of(request.flows(List.of(InputPath.of(log.toString())), path -> path))
            instanceof FlowInputs.Ready ready
        ? ready
        : unusable();
  }

  private static FlowInputs.Ready unusable() {
    throw new IllegalStateException("the generated manifests cannot be used");
  }
}
