package dev.zonec.flows.analysis;

import dev.zonec.flows.attribution.Attribution;
import dev.zonec.flows.judgement.Judge;
import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.RecordPlace;
import dev.zonec.flows.rule.FindingSink;
import dev.zonec.flows.rule.FlowRules;
import dev.zonec.flows.rule.Row;
import dev.zonec.flows.rule.RowOrder;
import dev.zonec.flows.rule.Thresholds;
import dev.zonec.flows.threat.ThreatLists;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies the rules to the flows of one stream. */
public final class FlowAnalysis implements FlowSink {
  private final FlowJudging judging;
  private final FlowRules rules;
  private final FindingSink listener;
  private final SourceGroup sources;
  private final RepeatedFlows repeatedFlows = new RepeatedFlows();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private long unreadableRecords;
  private long lost;

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
    this.judging = new FlowJudging(attribution, judge, threats);
    this.rules = new FlowRules(thresholds);
    this.sources = new SourceGroup(limits);
    this.listener = listener;
  }

  @Override
  public void flow(ObservedFlow flow) {
    RepeatedFlows.@Nullable Repeated like = repeatedFlows.get(flow);
    if (like == null) {
      addNew(flow);
    } else {
      FlowRules.Known known = judging.again(flow, like.from(), like.to(), like.judgement());
      sources.addAgain(known, like.counted(), rules, listener);
    }
  }

  private void addNew(ObservedFlow flow) {
    FlowRules.Known known = judging.of(flow);
    SourceGroup.@Nullable Counted counted = sources.addNew(known, rules, listener);
    if (counted != null) {
      repeatedFlows.put(known, counted);
    }
  }

  @Override
  public void skipped(RecordPlace place, String reason) {}

  @Override
  public void unreadable(RecordPlace place, String reason) {
    unreadableRecords++;
    if (unreadable.size() < Unreadable.MOST_NAMED) {
      unreadable.add(new Unreadable(place, reason));
    }
  }

  @Override
  public void lost(RecordPlace place, long number) {
    lost += number;
  }

  /** Returns what the flows so far show. */
  public AnalysedFlows result() {
    return new AnalysedFlows(
        rows(), shortage(), unreadable, unreadableRecords, lost, sources.first(), sources.last());
  }

  /** Returns all rows: findings first, and within a kind by the number of records. */
  public List<Row> rows() {
    List<Row> all = sources.rows();
    all.sort(RowOrder.ROWS);
    return all;
  }

  /** Returns what there was no room for. */
  public Shortage shortage() {
    return Shortage.of(sources.rows(), sources.forgottenSources(), sources.unlistedBehaviours());
  }

  /** Returns the room that the behaviour of all sources takes, in units of about 100 bytes. */
  long remembered() {
    return sources.units();
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
    return sources.first();
  }

  /** Returns the time of the last flow. */
  public long last() {
    return sources.last();
  }
}
