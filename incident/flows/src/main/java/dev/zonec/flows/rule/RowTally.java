package dev.zonec.flows.rule;

import dev.zonec.flows.observed.ObservedFlow;
import java.io.Serializable;

/** A row that still grows. */
public final class RowTally implements Serializable {
  private static final long serialVersionUID = 1;

  private final RowKey key;
  private Row begun;
  private long count = 1;
  private long connections;
  private long packets;
  private long bytes;
  private long first;
  private long last;

  RowTally(Row begun) {
    this.begun = begun;
    key = begun.key();
    connections = begun.connections();
    packets = begun.packets();
    bytes = begun.bytes();
    first = begun.first();
    last = begun.last();
  }

  /**
   * Counts a flow.
   *
   * @param detail what else a finding rests on if this is its earliest record
   */
  void add(ObservedFlow flow, String detail) {
    if (isEarlier(flow)) {
      begun = Row.of(key, flow, detail);
    }
    count++;
    connections += flow.opened();
    packets += flow.packets();
    bytes += flow.bytes();
    if (flow.start() >= 0) {
      first = first < 0 ? flow.start() : Math.min(first, flow.start());
      last = Math.max(last, flow.end());
    }
  }

  /**
   * Whether the flow is before the sample, so that the order of reading does not matter. The sample
   * has the first time of the row.
   */
  private boolean isEarlier(ObservedFlow flow) {
    if (flow.start() != first) {
      return flow.start() >= 0 && (first < 0 || flow.start() < first);
    }
    return flow.place().compareTo(begun.place()) < 0;
  }

  RowKey key() {
    return key;
  }

  Row row() {
    return new Row(
        key,
        count,
        connections,
        packets,
        bytes,
        first,
        last,
        begun.place(),
        begun.sample(),
        begun.detail(),
        count);
  }
}
