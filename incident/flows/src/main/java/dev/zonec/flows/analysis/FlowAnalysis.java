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
import dev.zonec.flows.rule.RowOrder;
import dev.zonec.flows.rule.RowRoom;
import dev.zonec.flows.rule.RowTally;
import dev.zonec.flows.rule.SourceState;
import dev.zonec.flows.rule.Thresholds;
import dev.zonec.flows.threat.ThreatLists;
import dev.zonec.model.net.IpAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Applies the rules to flows, and keeps the states of their sources. */
public final class FlowAnalysis implements FlowSink {
  /** The number of records that are listed as unreadable; all are counted. */
  private static final int MOST_NAMED = 100;

  /** An unreadable record. */
  public record Unreadable(RecordPlace place, String reason) {}

  private final Attribution attribution;
  private final Judge judge;
  private final ThreatLists threats;
  private final FlowRules rules;
  private final FindingSink listener;
  private final Limits limits;
  private final RowRoom room;
  private final RepeatedFlows repeatedFlows = new RepeatedFlows();
  private final FindingSink sink = this::found;

  /** The sources whose behaviour is remembered, the one that was seen last at the end. */
  private final LinkedHashMap<String, SourceState> remembered =
      new LinkedHashMap<>(16, 0.75f, true);

  /** The sources whose behaviour was forgotten, and that have rows. */
  private final Map<String, SourceState> forgotten = new HashMap<>();

  /** The findings about behaviour; those for which there was no room are under shared keys. */
  private final Map<RowKey, Row> behaviour = new HashMap<>();

  private long units;
  private long forgettings;
  private long unlisted;
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
    this(attribution, judge, threats, thresholds, Limits.STANDARD, listener);
  }

  /** Creates an analysis with limits. */
  public FlowAnalysis(
      Attribution attribution,
      Judge judge,
      ThreatLists threats,
      Thresholds thresholds,
      Limits limits,
      FindingSink listener) {
    this.limits = limits;
    this.room = new RowRoom(limits.workloadRows(), limits.otherRows());
    this.attribution = attribution;
    this.judge = judge;
    this.threats = threats;
    this.rules = new FlowRules(thresholds);
    this.listener = listener;
  }

  @Override
  public void flow(ObservedFlow flow) {
    if (flow.start() >= 0) {
      first = first < 0 ? flow.start() : Math.min(first, flow.start());
      last = Math.max(last, flow.end());
    }
    RepeatedFlows.@Nullable Repeated repeated = repeatedFlows.get(flow);
    if (repeated == null) {
      addNew(flow);
    } else {
      addAgain(flow, repeated);
    }
    while (units > limits.behaviourUnits() && remembered.size() > 1) {
      forgetEldest();
    }
  }

  private void addNew(ObservedFlow flow) {
    FlowEnd from = attribution.of(flow.from());
    FlowEnd to = attribution.of(flow.to());
    Judgement judgement =
        judge.of(from, to, flow.protocol(), flow.fromPort(), flow.toPort(), flow.orientation());
    FlowRules.Known known = new FlowRules.Known(flow, from, to, judgement, listed(flow, from, to));
    String source = FlowRules.source(flow, from, to).name();
    SourceState state = state(source);
    long before = state.units();
    @Nullable RowTally row = rules.add(known, state, room, sink);
    units += state.units() - before;
    if (row != null) {
      repeatedFlows.put(known, source, row);
    }
  }

  private void addAgain(ObservedFlow flow, RepeatedFlows.Repeated like) {
    FlowRules.Known known =
        new FlowRules.Known(
            flow, like.from(), like.to(), like.judgement(), listed(flow, like.from(), like.to()));
    SourceState state = state(like.source());
    long before = state.units();
    rules.addAgain(known, like.row(), state, room, sink);
    units += state.units() - before;
  }

  private SourceState state(String source) {
    @Nullable SourceState known = remembered.get(source);
    if (known != null) {
      return known;
    }
    @Nullable SourceState returned = forgotten.remove(source);
    SourceState state = returned == null ? new SourceState() : returned;
    remembered.put(source, state);
    units += state.units();
    return state;
  }

  private void forgetEldest() {
    Map.Entry<String, SourceState> eldest = remembered.entrySet().iterator().next();
    SourceState state = eldest.getValue();
    remembered.remove(eldest.getKey());
    units -= state.units();
    state.forget();
    forgettings++;
    if (!state.isEmpty()) {
      forgotten.put(eldest.getKey(), state);
    }
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
    if (row.key().kind().behaviour()) {
      boolean listed =
          behaviour.size() < limits.behaviourRows() || behaviour.containsKey(row.key());
      if (!listed && isFirst) {
        unlisted++;
      }
      // Of several windows, the one with the most evidence is shown.
      behaviour.merge(
          listed ? row.key() : row.key().sharedByAll(),
          row,
          (one, other) -> RowOrder.EVIDENCE.compare(one, other) <= 0 ? one : other);
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
    List<Row> all = unsorted();
    all.sort(RowOrder.ROWS);
    return all;
  }

  private List<Row> unsorted() {
    List<Row> all = new ArrayList<>(behaviour.values());
    remembered.values().forEach(state -> all.addAll(state.rows()));
    forgotten.values().forEach(state -> all.addAll(state.rows()));
    all.addAll(room.shared());
    return all;
  }

  /** Returns what there was no room for. */
  public Shortage shortage() {
    long shared =
        unsorted().stream()
            .filter(row -> row.key().isShared() && row.key().kind().ofRecords())
            .mapToLong(Row::count)
            .sum();
    return new Shortage(shared, forgettings, unlisted);
  }

  /** Returns the room that the behaviour of all sources takes, in units of about 100 bytes. */
  long remembered() {
    return units;
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
