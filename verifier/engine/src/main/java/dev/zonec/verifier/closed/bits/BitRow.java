package dev.zonec.verifier.closed.bits;

import java.util.Arrays;

/**
 * Operations on bit sets of one fixed length, stored as words: bit {@code i} is bit {@code i % 64}
 * of word {@code i / 64}.
 */
public final class BitRow {
  private BitRow() {}

  /** Returns a row of {@code bits} bits that are not set. */
  public static long[] empty(int bits) {
    return new long[(bits + 63) >>> 6];
  }

  /** Returns a row of {@code bits} bits that are set. */
  public static long[] full(int bits) {
    long[] row = empty(bits);
    Arrays.fill(row, -1L);
    if ((bits & 63) != 0) {
      row[row.length - 1] = (1L << (bits & 63)) - 1;
    }
    return row;
  }

  /** Whether {@code bit} is set. */
  public static boolean get(long[] row, int bit) {
    return (row[bit >>> 6] >>> (bit & 63) & 1) != 0;
  }

  /** Sets {@code bit}. */
  public static void set(long[] row, int bit) {
    row[bit >>> 6] |= 1L << (bit & 63);
  }

  /** Sets the bits of {@code into} that are set in {@code other}. */
  public static void or(long[] into, long[] other) {
    for (int i = 0; i < into.length; i++) {
      into[i] |= other[i];
    }
  }

  /** Clears the bits of {@code into} that are not set in {@code other}. */
  public static void and(long[] into, long[] other) {
    for (int i = 0; i < into.length; i++) {
      into[i] &= other[i];
    }
  }

  /** Clears the bits of {@code into} that are set in {@code other}. */
  public static void andNot(long[] into, long[] other) {
    for (int i = 0; i < into.length; i++) {
      into[i] &= ~other[i];
    }
  }

  /** Whether no bit is set. */
  public static boolean isEmpty(long[] row) {
    for (long word : row) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns the number of set bits. */
  public static int count(long[] row) {
    int count = 0;
    for (long word : row) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /** Returns the first set bit at or after {@code from}, or -1 if there is none. */
  public static int next(long[] row, int from) {
    int index = from >>> 6;
    if (index >= row.length) {
      return -1;
    }
    long word = row[index] & -1L << (from & 63);
    while (word == 0) {
      index++;
      if (index == row.length) {
        return -1;
      }
      word = row[index];
    }
    return (index << 6) + Long.numberOfTrailingZeros(word);
  }
}
