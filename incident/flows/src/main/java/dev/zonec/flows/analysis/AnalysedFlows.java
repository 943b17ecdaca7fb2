package dev.zonec.flows.analysis;

import dev.zonec.flows.rule.Row;
import java.util.List;

/**
 * The result of an analysis, on one machine or on several.
 *
 * @param rows all rows: findings first, and within a kind by the number of records
 * @param shortage what there was no room for
 * @param unreadable the first unreadable records, in the order of the logs
 * @param unreadableRecords the number of all unreadable records
 * @param lost the number of flows that are missing in the logs, as the logs say
 * @param first the time of the first flow, in milliseconds since 1970; -1 if there is none
 * @param last the time of the last flow
 */
public record AnalysedFlows(
    List<Row> rows,
    Shortage shortage,
    List<Unreadable> unreadable,
    long unreadableRecords,
    long lost,
    long first,
    long last) {
  /** Copies the lists. */
  public AnalysedFlows {
    rows = List.copyOf(rows);
    unreadable = List.copyOf(unreadable);
  }
}
