package dev.zonec.verifier.closed;

import java.util.BitSet;

/** A relation between classes. */
public final class BitMatrix {
  private final long[][] rows;

  BitMatrix(long[][] rows) {
    this.rows = rows;
  }

  static BitMatrix empty(int size) {
    long[][] rows = new long[size][];
    for (int i = 0; i < size; i++) {
      rows[i] = BitRow.empty(size);
    }
    return new BitMatrix(rows);
  }

  /** How many classes there are. */
  public int size() {
    return rows.length;
  }

  /** Whether {@code from} and {@code to} are related. */
  public boolean get(int from, int to) {
    return BitRow.get(rows[from], to);
  }

  /**
   * The first class at or after {@code at} that {@code from} is related to; -1 if there is none.
   */
  public int next(int from, int at) {
    return BitRow.next(rows[from], at);
  }

  /** How many pairs are related. */
  public long count() {
    long count = 0;
    for (long[] row : rows) {
      count += BitRow.count(row);
    }
    return count;
  }

  /** The same pairs, but only those that lead to one of {@code some}. */
  public BitMatrix to(BitSet some) {
    long[] columns = BitRow.empty(rows.length);
    some.stream().forEach(c -> BitRow.set(columns, c));
    long[][] cut = new long[rows.length][];
    for (int i = 0; i < cut.length; i++) {
      cut[i] = rows[i].clone();
      BitRow.and(cut[i], columns);
    }
    return new BitMatrix(cut);
  }

  /** Adds the pairs of {@code other}. */
  public void add(BitMatrix other) {
    for (int i = 0; i < rows.length; i++) {
      BitRow.or(rows[i], other.rows[i]);
    }
  }

  long[] row(int from) {
    return rows[from];
  }

  /** The same pairs the other way round. */
  BitMatrix transposed() {
    return new BitMatrix(Transposition.of(i -> rows[i], rows.length, i -> false, i -> false));
  }
}
