package dev.zonec.flows.analysis;

import dev.zonec.flows.attribution.Attribution;
import dev.zonec.flows.attribution.FlowEnd;
import dev.zonec.flows.judgement.Judge;
import dev.zonec.flows.judgement.Judgement;
import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.RecordPlace;
import dev.zonec.flows.rule.FindingSink;
import dev.zonec.flows.rule.FlowRules;
import dev.zonec.flows.rule.Row;
import dev.zonec.flows.rule.RowKey;
import dev.zonec.flows.rule.SourceState;
import dev.zonec.flows.rule.Thresholds;
import dev.zonec.flows.threat.ThreatLists;
import dev.zonec.model.net.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies the rules to flows, and keeps the states of their sources. */
public final class FlowAnalysis implements FlowSink {
  /** The number of sources after which further outside addresses share a state. */
  private static final int MOST_SOURCES = 20_000;

  /** The number of records that are listed as unreadable; all are counted. */
  private static final int MOST_NAMED = 100;

  /** An unreadable record. */
  public record Unreadable(RecordPlace place, String reason) {}

  private final Attribution attribution;
  private final Judge judge;
  private final ThreatLists threats;
  private final FlowRules rules;
  private final FindingSink listener;
  private final Map<String, SourceState> states = new HashMap<>();
  private final Map<RowKey, Row> behaviour = new LinkedHashMap<>();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private long unreadableRecords;
  private long lost;
  private long first = -1;
  private long last = -1;

  /**
   * @param listener is told of each finding when it is found
   */
  public FlowAnalysis(
      Attribution attribution,
      Judge judge,
      ThreatLists threats,
      Thresholds thresholds,
      FindingSink listener) {
    this.attribution = attribution;
    this.judge = judge;
    this.threats = threats;
    this.rules = new FlowRules(thresholds);
    this.listener = listener;
  }

  @Override
  public void flow(ObservedFlow flow) {
    FlowEnd from = attribution.of(flow.from());
    FlowEnd to = attribution.of(flow.to());
    Judgement judgement =
        judge.of(from, to, flow.protocol(), flow.fromPort(), flow.toPort(), flow.orientation());
    if (flow.start() >= 0) {
      first = first < 0 ? flow.start() : Math.min(first, flow.start());
      last = Math.max(last, flow.end());
    }
    FlowEnd source = FlowRules.source(flow, from, to);
    boolean crowded =
        states.size() >= MOST_SOURCES
            && source.kind() != FlowEnd.Kind.WORKLOAD
            && !states.containsKey(source.name());
    FlowEnd kept = crowded ? FlowRules.OTHERS : source;
    rules.add(
        new FlowRules.Known(
            flow,
            from.equals(source) ? kept : from,
            to.equals(source) ? kept : to,
            judgement,
            listed(flow, from, to)),
        states.computeIfAbsent(kept.name(), name -> new SourceState()),
        this::found);
  }

  private Optional<String> listed(ObservedFlow flow, FlowEnd from, FlowEnd to) {
    if (threats.size() == 0) {
      return Optional.empty();
    }
    return listed(to, flow.start()).or(() -> listed(from, flow.start()));
  }

  private Optional<String> listed(FlowEnd end, long at) {
    return switch (end.kind()) {
      case OUTSIDE, UNKNOWN ->
          IpAddress.parse(end.address())
              .flatMap(address -> threats.find(address, at))
              .map(entry -> end.name() + " is " + entry);
      case WORKLOAD, POD, NODE, SERVICE -> Optional.empty();
    };
  }

  private void found(Row row, boolean isFirst) {
    switch (row.key().kind()) {
      case FAN_OUT, BEACONING, VOLUME ->
          // Of several windows, the one with the most evidence is shown.
          behaviour.merge(
              row.key(), row, (one, other) -> other.count() >= one.count() ? other : one);
      default -> {}
    }
    listener.found(row, isFirst);
  }

  @Override
  public void skipped(RecordPlace place, String reason) {}

  @Override
  public void unreadable(RecordPlace place, String reason) {
    unreadableRecords++;
    if (unreadable.size() < MOST_NAMED) {
      unreadable.add(new Unreadable(place, reason));
    }
  }

  @Override
  public void lost(RecordPlace place, long number) {
    lost += number;
  }

  /** Returns all rows: findings first, and within a kind by the number of records. */
  public List<Row> rows() {
    List<Row> all = new ArrayList<>(behaviour.values());
    states.values().forEach(state -> all.addAll(state.rows()));
    all.sort(
        Comparator.comparing((Row row) -> row.key().kind())
            .thenComparing(Row::count, Comparator.reverseOrder())
            .thenComparing(row -> row.key().from().name())
            .thenComparing(row -> row.key().to().name())
            .thenComparing(row -> row.key().transport())
            .thenComparing(row -> row.key().outcome())
            .thenComparing(row -> row.key().doubt())
            .thenComparing(row -> row.key().oriented()));
    return all;
  }

  /** Returns the first unreadable records. */
  public List<Unreadable> unreadable() {
    return List.copyOf(unreadable);
  }

  /** Returns the number of all unreadable records. */
  public long unreadableRecords() {
    return unreadableRecords;
  }

  /** Returns the number of flows that are missing in the logs, as the logs say. */
  public long lost() {
    return lost;
  }

  /** Returns the time of the first flow, in milliseconds since 1970; -1 if there is none. */
  public long first() {
    return first;
  }

  /** Returns the time of the last flow. */
  public long last() {
    return last;
  }
}
