package dev.zonec.flows.log;

import dev.zonec.flows.observed.LogFormat;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.RecordPlace;
import java.util.HashMap;
import java.util.Map;

/** Counts what a reader reports, and passes it on. */
public final class CountingSink implements FlowSink {
  /** The number of reasons that are told apart; a log can invent types of records. */
  private static final int MOST_REASONS = 100;

  private final FlowSink next;
  private final Map<String, long[]> skipped = new HashMap<>();
  private long flows;
  private long unreadable;
  private long lost;

  /**
   * @param next the receiver
   */
  public CountingSink(FlowSink next) {
    this.next = next;
  }

  @Override
  public void flow(ObservedFlow flow) {
    flows++;
    next.flow(flow);
  }

  @Override
  public void skipped(RecordPlace place, String reason) {
    boolean room = skipped.size() < MOST_REASONS || skipped.containsKey(reason);
    skipped.computeIfAbsent(room ? reason : "another reason", r -> new long[1])[0]++;
    next.skipped(place, reason);
  }

  @Override
  public void unreadable(RecordPlace place, String reason) {
    unreadable++;
    next.unreadable(place, reason);
  }

  @Override
  public void lost(RecordPlace place, long number) {
    lost += number;
    next.lost(place, number);
  }

  /** Returns the counts so far. */
  public LogCounts counts(String file, LogFormat format) {
    Map<String, Long> copy = new HashMap<>();
    skipped.forEach((reason, count) -> copy.put(reason, count[0]));
    return new LogCounts(file, format, flows, copy, unreadable, lost);
  }
}
