package dev.zonec.flows.rule;

import dev.zonec.flows.attribution.FlowEnd;
import java.util.Comparator;
import java.util.function.Function;

/** Orders of rows, which leave no two different rows equal. */
public final class RowOrder {
  private static final Comparator<FlowEnd> ENDS =
      Comparator.comparing(FlowEnd::name)
          .thenComparing(FlowEnd::kind)
          .thenComparing(FlowEnd::address)
          .thenComparing(FlowEnd::doubt);

  /** Findings first, and within a kind by the number of records. */
  public static final Comparator<Row> ROWS =
      by(RowKey::kind)
          .thenComparing(Row::amount, Comparator.reverseOrder())
          .thenComparing(row -> row.key().from(), ENDS)
          .thenComparing(row -> row.key().to(), ENDS)
          .thenComparing(by(RowKey::transport))
          .thenComparing(by(RowKey::outcome))
          .thenComparing(by(RowKey::doubt))
          .thenComparing(by(RowKey::oriented));

  /** Rows of one key by their evidence, the most evidence first, and then the earliest one. */
  public static final Comparator<Row> EVIDENCE =
      Comparator.comparing(Row::amount, Comparator.reverseOrder())
          .thenComparingLong(Row::first)
          .thenComparingLong(Row::last)
          .thenComparing(Row::place);

  private RowOrder() {}

  private static <T extends Comparable<T>> Comparator<Row> by(Function<RowKey, T> part) {
    return Comparator.comparing(row -> part.apply(row.key()));
  }
}
