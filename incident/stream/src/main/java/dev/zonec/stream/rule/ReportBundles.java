package dev.zonec.stream.rule;

import dev.zonec.stream.event.LogEvent;
import dev.zonec.stream.event.LogReport;
import java.util.TreeMap;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Sums up reports where they are made, because messages are reported one by one. Before a
 * checkpoint all sums are passed on, so that there is nothing to be stored.
 */
public final class ReportBundles extends Bundles<LogReport> {
  private static final long serialVersionUID = 1;
  private static final int MOST = 10_000;

  private final TreeMap<Integer, LogReport> sums = new TreeMap<>();
  private int reports;

  /** Creates the operator. */
  public ReportBundles() {}

  @Override
  public void processElement(StreamRecord<LogEvent> element) {
    if (element.getValue() instanceof LogReport report) {
      sums.merge(report.log(), report, LogReport::and);
      reports++;
      if (reports >= MOST) {
        passOn();
      }
    }
  }

  @Override
  void passOn() {
    sums.values().forEach(sum -> output.collect(new StreamRecord<>(sum, sum.log())));
    sums.clear();
    reports = 0;
  }
}
