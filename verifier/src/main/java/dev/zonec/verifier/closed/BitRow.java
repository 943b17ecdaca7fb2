package dev.zonec.verifier.closed;

import java.util.Arrays;

/** Sets of small numbers as arrays of words of one length: bit i is bit i % 64 of word i / 64. */
final class BitRow {
  private BitRow() {}

  static long[] empty(int bits) {
    return new long[(bits + 63) >>> 6];
  }

  static long[] full(int bits) {
    long[] row = empty(bits);
    Arrays.fill(row, -1L);
    if ((bits & 63) != 0) {
      row[row.length - 1] = (1L << (bits & 63)) - 1;
    }
    return row;
  }

  static boolean get(long[] row, int bit) {
    return (row[bit >>> 6] >>> (bit & 63) & 1) != 0;
  }

  static void set(long[] row, int bit) {
    row[bit >>> 6] |= 1L << (bit & 63);
  }

  static void or(long[] into, long[] other) {
    for (int i = 0; i < into.length; i++) {
      into[i] |= other[i];
    }
  }

  static void and(long[] into, long[] other) {
    for (int i = 0; i < into.length; i++) {
      into[i] &= other[i];
    }
  }

  static void andNot(long[] into, long[] other) {
    for (int i = 0; i < into.length; i++) {
      into[i] &= ~other[i];
    }
  }

  static boolean isEmpty(long[] row) {
    for (long word : row) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  static int count(long[] row) {
    int count = 0;
    for (long word : row) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /** The first bit at or after {@code from} that is set; -1 if there is none. */
  static int next(long[] row, int from) {
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
