package dev.zonec.verifier.closed.bits;

import java.util.BitSet;

/**
 * A square bit matrix: a binary relation between equivalence classes. Row {@code i} contains the
 * classes that class {@code i} is related to.
 */
public final class BitMatrix {
  private final BitRow[] rows;

  /** Creates a matrix of {@code rows}, without copying them. */
  public BitMatrix(BitRow[] rows) {
    this.rows = rows;
  }

  /** Returns the empty relation over {@code size} classes. */
  public static BitMatrix empty(int size) {
    BitRow[] rows = new BitRow[size];
    for (int i = 0; i < size; i++) {
      rows[i] = BitRow.empty(size);
    }
    return new BitMatrix(rows);
  }

  /** Returns the number of classes. */
  public int size() {
    return rows.length;
  }

  /** Whether {@code from} is related to {@code to}. */
  public boolean get(int from, int to) {
    return rows[from].get(to);
  }

  /**
   * Returns the first class at or after {@code at} that {@code from} is related to, or -1 if there
   * is none.
   */
  public int next(int from, int at) {
    return rows[from].next(at);
  }

  /** Returns the number of related pairs. */
  public long count() {
    long count = 0;
    for (BitRow row : rows) {
      count += row.count();
    }
    return count;
  }

  /** Returns a copy that keeps only the pairs whose second class is in {@code targets}. */
  public BitMatrix to(BitSet targets) {
    BitRow columns = BitRow.empty(rows.length);
    targets.stream().forEach(columns::set);
    BitRow[] restricted = new BitRow[rows.length];
    for (int i = 0; i < restricted.length; i++) {
      restricted[i] = rows[i].copy();
      restricted[i].and(columns);
    }
    return new BitMatrix(restricted);
  }

  /** Adds the pairs of {@code other}. */
  public void add(BitMatrix other) {
    for (int i = 0; i < rows.length; i++) {
      rows[i].or(other.rows[i]);
    }
  }

  /** Returns the classes that {@code from} is related to. Changes to the row change the matrix. */
  public BitRow row(int from) {
    return rows[from];
  }

  /** Returns the inverse relation. */
  public BitMatrix transposed() {
    return new BitMatrix(Transposition.of(i -> rows[i], rows.length, i -> false, i -> false));
  }
}
