package dev.zonec.verifier.query;

import dev.zonec.verifier.closed.bits.BitRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins rows that say the same of different sources.
 *
 * <p>A row says something of each source and each destination, but nothing of an end and itself. A
 * row with a single source therefore says the same if this source is added to its destinations.
 * Invariant: the joined rows say exactly what the added rows say, if no two of these say something
 * of the same pair of ends.
 *
 * @param <T> what a row says
 */
final class JoinedRows<T> {
  /** What is said of each source and each other destination. */
  record Row<T>(BitRow from, BitRow to, T content) {}

  private record Key<T>(BitRow to, T content) {}

  private final Map<Key<T>, BitRow> sources = new LinkedHashMap<>();

  /** Adds a row. The caller does not change {@code to} later. */
  void add(BitRow from, BitRow to, T content) {
    add(from, new Key<>(to, content), sources);
  }

  private static <T> void add(BitRow from, Key<T> key, Map<Key<T>, BitRow> rows) {
    rows.computeIfAbsent(key, each -> BitRow.empty(from.size())).or(from);
  }

  /**
   * Returns the joined rows, sorted by their first sources and then by their first destinations.
   */
  List<Row<T>> rows() {
    Map<Key<T>, BitRow> withItself = new LinkedHashMap<>();
    sources.forEach(
        (key, from) -> {
          BitRow to = key.to();
          if (from.count() == 1) {
            to = to.copy();
            to.or(from);
          }
          add(from, new Key<>(to, key.content()), withItself);
        });
    List<Row<T>> rows = new ArrayList<>();
    withItself.forEach(
        (key, from) -> {
          BitRow to = key.to();
          if (from.count() == 1) {
            to = to.copy();
            to.andNot(from);
          }
          rows.add(new Row<>(from, to, key.content()));
        });
    rows.sort(
        Comparator.<Row<T>>comparingInt(row -> row.from().next(0))
            .thenComparingInt(row -> row.to().next(0)));
    return rows;
  }
}
