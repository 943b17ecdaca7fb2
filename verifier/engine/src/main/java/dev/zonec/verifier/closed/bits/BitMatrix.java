package dev.zonec.verifier.closed.bits;

import java.util.BitSet;

/**
 * A square bit matrix: a binary relation between equivalence classes. Bit {@code j} of row {@code
 * i} relates class {@code i} to class {@code j}.
 */
public final class BitMatrix {
  private final long[][] rows;

  /** Creates a matrix of {@code rows}, without copying them. */
  public BitMatrix(long[][] rows) {
    this.rows = rows;
  }

  /** Returns the empty relation over {@code size} classes. */
  public static BitMatrix empty(int size) {
    long[][] rows = new long[size][];
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
    return BitRow.get(rows[from], to);
  }

  /**
   * Returns the first class at or after {@code at} that {@code from} is related to, or -1 if there
   * is none.
   */
  public int next(int from, int at) {
    return BitRow.next(rows[from], at);
  }

  /** Returns the number of related pairs. */
  public long count() {
    long count = 0;
    for (long[] row : rows) {
      count += BitRow.count(row);
    }
    return count;
  }

  /** Returns a copy that keeps only the pairs whose second class is in {@code targets}. */
  public BitMatrix to(BitSet targets) {
    long[] columns = BitRow.empty(rows.length);
    targets.stream().forEach(c -> BitRow.set(columns, c));
    long[][] restricted = new long[rows.length][];
    for (int i = 0; i < restricted.length; i++) {
      restricted[i] = rows[i].clone();
      BitRow.and(restricted[i], columns);
    }
    return new BitMatrix(restricted);
  }

  /** Adds the pairs of {@code other}. */
  public void add(BitMatrix other) {
    for (int i = 0; i < rows.length; i++) {
      BitRow.or(rows[i], other.rows[i]);
    }
  }

  /** Returns the classes that {@code from} is related to. Changes to the row change the matrix. */
  public long[] row(int from) {
    return rows[from];
  }

  /** Returns the inverse relation. */
  public BitMatrix transposed() {
    return new BitMatrix(Transposition.of(i -> rows[i], rows.length, i -> false, i -> false));
  }
}
