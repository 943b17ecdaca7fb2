package dev.zonec.bench;

import dev.zonec.flows.analysis.FlowAnalysis;
import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.RecordPlace;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;

/**
 * Measures the memory of an analysis of ten million flows: of connections that occur again and
 * again, and of a flood in which every flow is new. Prints, after 1, 5 and 10 million flows, the
 * heap in use after a collection, and the most that was in use before, which includes what could
 * have been collected.
 */
public final class FlowMemory {
  private static final long MILLION = 1_000_000;

  private FlowMemory() {}

  /**
   * Prints the table.
   *
   * @param args {@code usual} or {@code flood}; both without it
   */
  public static void main(String[] args) {
    PrintStream out = System.out;
    out.println(
        "| log | million flows | heap after collection, MB | most in use, MB | shared records |");
    out.println("|---|---|---|---|---|");
    String only = args.length == 0 ? "" : args[0];
    if (!only.equals("flood")) {
      measure("usual", FlowFormat.HUBBLE.lines(FlowBench.WORKLOADS), out);
    }
    if (!only.equals("usual")) {
      measure("flood", new FlowFlood(), out);
    }
  }

  private static void measure(String name, FlowLog.Lines lines, PrintStream out) {
    FlowAnalysis analysis =
        FlowBench.analysed(lines, 10 * MILLION, next -> new Marks(name, next, out));
    out.println(
        String.format(
            Locale.ROOT,
            "| %s | end | %d rows | | %,d |",
            name,
            analysis.rows().size(),
            analysis.shortage().sharedRecords()));
  }

  /** Passes flows on, and prints the memory in use after some of them. */
  private static final class Marks implements FlowSink {
    private final String name;
    private final FlowSink next;
    private final PrintStream out;
    private long flows;

    private Marks(String name, FlowSink next, PrintStream out) {
      this.name = name;
      this.next = next;
      this.out = out;
    }

    @Override
    public void flow(ObservedFlow flow) {
      next.flow(flow);
      flows++;
      if (flows == MILLION || flows == 5 * MILLION || flows == 10 * MILLION) {
        long most = most();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        out.println(
            String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | |",
                name,
                flows / MILLION,
                used >> 20,
                most >> 20));
      }
    }

    private static long most() {
      return ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .mapToLong(
              (MemoryPoolMXBean pool) -> {
                long peak = pool.getPeakUsage().getUsed();
                pool.resetPeakUsage();
                return peak;
              })
          .sum();
    }

    @Override
    public void skipped(RecordPlace place, String reason) {
      next.skipped(place, reason);
    }

    @Override
    public void unreadable(RecordPlace place, String reason) {
      next.unreadable(place, reason);
    }

    @Override
    public void lost(RecordPlace place, long number) {
      next.lost(place, number);
    }
  }
}
