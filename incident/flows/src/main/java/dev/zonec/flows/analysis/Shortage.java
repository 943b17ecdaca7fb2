package dev.zonec.flows.analysis;

import dev.zonec.flows.rule.Row;
import java.util.Collection;

/**
 * What an analysis had no room for.
 *
 * @param sharedRecords the number of records whose rows do not name their ends or ports; their
 *     verdicts are exact
 * @param forgottenSources how often the behaviour of a source was forgotten
 * @param unlistedBehaviours the number of findings about behaviour that are not listed
 */
public record Shortage(long sharedRecords, long forgottenSources, long unlistedBehaviours) {
  /** Returns what there was no room for, from all rows. */
  public static Shortage of(Collection<Row> rows, long forgottenSources, long unlistedBehaviours) {
    long shared =
        rows.stream()
            .filter(row -> row.key().isShared() && row.key().kind().ofRecords())
            .mapToLong(Row::count)
            .sum();
    return new Shortage(shared, forgottenSources, unlistedBehaviours);
  }
}
