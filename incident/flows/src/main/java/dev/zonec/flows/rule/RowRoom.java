package dev.zonec.flows.rule;

import dev.zonec.flows.attribution.FlowEnd;
import dev.zonec.flows.observed.ObservedFlow;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The room for the rows of all sources together. When there is none left, flows share rows in which
 * neither end has a name; the kind, the doubt and the outcome of a row hold for all of its flows.
 * Workloads have room of their own, so that many addresses cannot take it from them.
 */
public final class RowRoom implements Serializable {
  private static final long serialVersionUID = 1;

  private final int mostOfWorkloads;
  private final int mostOfOthers;
  private final Map<RowKey, RowTally> shared = new HashMap<>();
  private int ofWorkloads;
  private int ofOthers;

  /**
   * @param mostOfWorkloads the number of rows whose source is a workload
   * @param mostOfOthers the number of all other rows
   */
  public RowRoom(int mostOfWorkloads, int mostOfOthers) {
    this.mostOfWorkloads = mostOfWorkloads;
    this.mostOfOthers = mostOfOthers;
  }

  /** Returns room for any number of rows, where another limit bounds them. */
  public static RowRoom unlimited() {
    return new RowRoom(Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  /** Takes the room of a row; returns false if there is none. */
  boolean take(RowKey key) {
    if (key.from().kind() == FlowEnd.Kind.WORKLOAD) {
      if (ofWorkloads < mostOfWorkloads) {
        ofWorkloads++;
        return true;
      }
    } else if (ofOthers < mostOfOthers) {
      ofOthers++;
      return true;
    }
    return false;
  }

  /** Counts a flow for which there is no row. */
  void share(RowKey key, ObservedFlow flow, String detail, FindingSink sink) {
    RowKey all = key.sharedByAll();
    @Nullable RowTally tally = shared.get(all);
    if (tally != null) {
      tally.add(flow, detail);
      return;
    }
    Row row = Row.of(all, flow, detail);
    shared.put(all, new RowTally(row));
    if (all.kind().finding()) {
      sink.found(row, true);
    }
  }

  /** Returns the rows that all sources share, in no order. */
  public List<Row> shared() {
    List<Row> all = new ArrayList<>();
    shared.values().forEach(tally -> all.add(tally.row()));
    return all;
  }
}
