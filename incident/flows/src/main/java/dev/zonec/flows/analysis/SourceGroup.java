package dev.zonec.flows.analysis;

import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.rule.FindingSink;
import dev.zonec.flows.rule.FlowRules;
import dev.zonec.flows.rule.Row;
import dev.zonec.flows.rule.RowKey;
import dev.zonec.flows.rule.RowOrder;
import dev.zonec.flows.rule.RowRoom;
import dev.zonec.flows.rule.RowTally;
import dev.zonec.flows.rule.SourceState;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The states of some sources, with room in common: of all sources in one stream, or of a part of
 * them where the sources are spread over machines. It can be serialised, and its size is bounded.
 */
public final class SourceGroup implements Serializable {
  private static final long serialVersionUID = 1;

  private final Limits limits;
  private RowRoom room;

  private final RecentSources remembered = new RecentSources();

  /** The sources whose behaviour was forgotten, and that have rows. */
  private final Map<String, SourceState> forgotten = new HashMap<>();

  /** The findings about behaviour; those for which there was no room are under shared keys. */
  private final Map<RowKey, Row> behaviour = new HashMap<>();

  private long units;
  private long forgettings;
  private long unlisted;
  private long first = -1;
  private long last = -1;

  /** Creates the states of sources that were not seen yet. */
  public SourceGroup(Limits limits) {
    this.limits = limits;
    this.room = room(limits);
  }

  private static RowRoom room(Limits limits) {
    return new RowRoom(limits.workloadRows(), limits.otherRows());
  }

  /**
   * Adds a flow.
   *
   * @param listener is told of each finding when it is found
   */
  public void add(FlowRules.Known known, FlowRules rules, FindingSink listener) {
    addNew(known, rules, listener);
  }

  /** The source and the row of a flow. */
  record Counted(SeenSource source, RowTally row) {}

  /**
   * Adds a flow.
   *
   * @return what counts the flow, for {@link #addAgain}; null if flows with other ends or ports
   *     share its row
   */
  @Nullable Counted addNew(FlowRules.Known known, FlowRules rules, FindingSink listener) {
    count(known.flow());
    SeenSource seen = seen(source(known));
    long before = seen.state().units();
    @Nullable RowTally row =
        rules.add(known, seen.state(), room, (found, isFirst) -> found(found, isFirst, listener));
    end(seen.state().units() - before);
    return row == null ? null : new Counted(seen, row);
  }

  /**
   * Adds a flow that an existing row counts.
   *
   * @param counted what {@link #addNew} returned for an earlier flow that differs in nothing that
   *     {@link FlowRules#addAgain} names; no period ended since
   */
  void addAgain(FlowRules.Known known, Counted counted, FlowRules rules, FindingSink listener) {
    count(known.flow());
    SeenSource seen = counted.source();
    if (seen.forgotten) {
      seen = seen(seen.name());
    } else {
      remembered.use(seen);
    }
    SourceState state = seen.state();
    long before = state.units();
    rules.addAgain(
        known, counted.row(), state, room, (found, isFirst) -> found(found, isFirst, listener));
    end(state.units() - before);
  }

  /** Counts the times of a flow. */
  private void count(ObservedFlow flow) {
    if (flow.start() >= 0) {
      first = first < 0 ? flow.start() : Math.min(first, flow.start());
      last = Math.max(last, flow.end());
    }
  }

  /** Forgets behaviour if there is more than the limit. */
  private void end(long moreUnits) {
    units += moreUnits;
    while (units > limits.behaviourUnits() && remembered.size() > 1) {
      forgetEldest();
    }
  }

  /** Returns the name of the source whose state a flow belongs to. */
  public static String source(FlowRules.Known known) {
    return FlowRules.source(known.flow(), known.from(), known.to()).name();
  }

  private SeenSource seen(String source) {
    @Nullable SeenSource known = remembered.use(source);
    if (known != null) {
      return known;
    }
    @Nullable SourceState returned = forgotten.remove(source);
    SeenSource seen = remembered.add(source, returned == null ? new SourceState() : returned);
    units += seen.state().units();
    return seen;
  }

  private void forgetEldest() {
    SeenSource eldest = remembered.forget();
    SourceState state = eldest.state();
    units -= state.units();
    state.forget();
    forgettings++;
    if (!state.isEmpty()) {
      forgotten.put(eldest.name(), state);
    }
  }

  private void found(Row row, boolean isFirst, FindingSink listener) {
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

  /** Returns all rows, in no order. */
  public List<Row> rows() {
    List<Row> all = new ArrayList<>(behaviour.values());
    remembered.all().forEach(source -> all.addAll(source.state().rows()));
    forgotten.values().forEach(state -> all.addAll(state.rows()));
    all.addAll(room.shared());
    return all;
  }

  /** Removes all rows, and what there was no room for. The behaviour of sources stays. */
  public void endPeriod() {
    remembered.all().forEach(source -> source.state().removeRows());
    forgotten.clear();
    behaviour.clear();
    room = room(limits);
    forgettings = 0;
    unlisted = 0;
    first = -1;
    last = -1;
  }

  /** Returns how often the behaviour of a source was forgotten. */
  public long forgottenSources() {
    return forgettings;
  }

  /** Returns the number of findings about behaviour that are not listed. */
  public long unlistedBehaviours() {
    return unlisted;
  }

  /** Returns the room that the behaviour of all sources takes, in units of about 100 bytes. */
  public long units() {
    return units;
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
