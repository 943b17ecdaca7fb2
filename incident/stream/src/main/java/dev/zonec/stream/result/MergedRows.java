package dev.zonec.stream.result;

import dev.zonec.flows.analysis.Limits;
import dev.zonec.flows.attribution.FlowEnd;
import dev.zonec.flows.rule.Row;
import dev.zonec.flows.rule.RowKey;
import dev.zonec.flows.rule.RowOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of all groups. If there are too many, those that a report shows first keep their names,
 * whatever the order is in which they come.
 */
final class MergedRows {
  /**
   * The rows, and the number of findings about behaviour that share a row.
   *
   * @param rows all rows, in the order of reports
   */
  record Result(List<Row> rows, long unlisted) {}

  /** The rows of one kind of source, with room of their own. */
  private static final class Room {
    private final int most;
    private final Map<RowKey, Row> rows = new HashMap<>();

    Room(int most) {
      this.most = most;
    }
  }

  private final Room workloads;
  private final Room others;
  private final Room behaviour;
  private final Map<RowKey, Row> shared = new HashMap<>();
  private long unlisted;

  MergedRows(Limits limits) {
    workloads = new Room(limits.workloadRows());
    others = new Room(limits.otherRows());
    behaviour = new Room(limits.behaviourRows());
  }

  void add(Row row) {
    Room room = room(row.key());
    if (row.key().equals(row.key().sharedByAll())) {
      shared.merge(row.key(), row, MergedRows::merged);
      return;
    }
    room.rows.merge(row.key(), row, MergedRows::merged);
    // Rows are left out in bulk, because each time all of them are sorted.
    if (room.rows.size() > 2L * room.most) {
      reduce(room);
    }
  }

  private Room room(RowKey key) {
    if (key.kind().behaviour()) {
      return behaviour;
    }
    return key.from().kind() == FlowEnd.Kind.WORKLOAD ? workloads : others;
  }

  /** Moves rows to shared ones until there is room. */
  private void reduce(Room room) {
    if (room.rows.size() <= room.most) {
      return;
    }
    List<Row> sorted = new ArrayList<>(room.rows.values());
    sorted.sort(RowOrder.ROWS);
    for (Row row : sorted.subList(room.most, sorted.size())) {
      room.rows.remove(row.key());
      RowKey key = row.key().sharedByAll();
      shared.merge(key, row.under(key), MergedRows::merged);
      if (row.key().kind().behaviour()) {
        unlisted++;
      }
    }
  }

  private static Row merged(Row one, Row other) {
    if (one.key().kind().behaviour()) {
      return RowOrder.EVIDENCE.compare(one, other) <= 0 ? one : other;
    }
    return Row.sum(one.key(), one, other);
  }

  Result result() {
    List<Row> all = new ArrayList<>();
    for (Room room : List.of(workloads, others, behaviour)) {
      reduce(room);
      all.addAll(room.rows.values());
    }
    all.addAll(shared.values());
    all.sort(RowOrder.ROWS);
    return new Result(all, unlisted);
  }
}
