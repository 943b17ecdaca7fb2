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
 * Measures the memory of an analysis of many flows: of connections that occur again and again, and
 * of a flood in which every flow is new. Prints, after a tenth, a half and all of the flows, the
 * heap in use after a collection, and the most that was in use before, which includes what could
 * have been collected.
 */
public final class FlowMemory {
  private static final long MILLION = 1_000_000;

  private FlowMemory() {}

  /**
   * Prints the table.
   *
   * @param args the number of flows, ten million without it, and {@code usual} or {@code flood},
   *     both without it
   */
  public static void main(String[] args) {
    PrintStream out = System.out;
    out.println("| log | flows | heap after collection, MB | most in use, MB | shared records |");
    out.println("|---|---|---|---|---|");
    long flows = args.length == 0 ? 10 * MILLION : Long.parseLong(args[0]);
    String only = args.length < 2 ? "" : args[1];
    if (!only.equals("flood")) {
      measure("usual", FlowFormat.HUBBLE.lines(FlowBench.WORKLOADS), flows, out);
    }
    if (!only.equals("usual")) {
      measure("flood", new FlowFlood(), flows, out);
    }
  }

  private static void measure(String name, FlowLog.Lines lines, long flows, PrintStream out) {
    FlowAnalysis analysis =
        FlowBench.analysed(lines, flows, next -> new Marks(name, flows, next, out));
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
    private final long all;
    private long flows;

    private Marks(String name, long all, FlowSink next, PrintStream out) {
      this.name = name;
      this.all = all;
      this.next = next;
      this.out = out;
    }

    @Override
    public void flow(ObservedFlow flow) {
      next.flow(flow);
      flows++;
      if (flows == all / 10 || flows == all / 2 || flows == all) {
        long most = most();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        out.println(
            String.format(
                Locale.ROOT, "| %s | %,d | %d | %d | |", name, flows, used >> 20, most >> 20));
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
