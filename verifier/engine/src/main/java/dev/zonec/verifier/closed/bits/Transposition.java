package dev.zonec.verifier.closed.bits;

import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Transposes square bit matrices. Rows that are arrays are added member by member. Rows that are
 * words are transposed in blocks of 64 by 64 bits.
 */
public final class Transposition {
  private Transposition() {}

  /**
   * Returns the rows of the transposed matrix.
   *
   * @param rows the rows of the input
   * @param full whether every bit of a row is known to be set; such a row is not read
   * @param empty whether no bit of a row is known to be set; such a row is not read
   */
  public static BitRow[] of(
      IntFunction<BitRow> rows, int size, IntPredicate full, IntPredicate empty) {
    BitRow ones = BitRow.empty(size);
    BitRow[] input = new BitRow[size];
    IntList bands = new IntList();
    for (int i = 0; i < size; i++) {
      if (full.test(i)) {
        ones.set(i);
      } else if (!empty.test(i)) {
        input[i] = rows.apply(i);
        if (input[i].words() != null && (bands.isEmpty() || bands.last() != i >>> 6)) {
          bands.add(i >>> 6);
        }
      }
    }
    BitRow[] out = new BitRow[size];
    for (int i = 0; i < size; i++) {
      out[i] = ones.copy();
    }
    if (!bands.isEmpty()) {
      addWords(input, bands, out);
    }
    for (int i = 0; i < size; i++) {
      @Nullable BitRow row = input[i];
      if (row != null && row.words() == null) {
        for (int c = row.next(0); c >= 0; c = row.next(c + 1)) {
          out[c].set(i);
        }
      }
    }
    return out;
  }

  /**
   * Adds the rows that are words.
   *
   * @param bands the numbers of the bands of 64 input rows with such rows
   */
  private static void addWords(@Nullable BitRow[] input, IntList bands, BitRow[] out) {
    int blocks = (out.length + 63) >>> 6;
    // The blocks of one column of blocks write the same rows, and those of different ones do not.
    IntStream.range(0, blocks).parallel().forEach(column -> column(input, bands, column, out));
  }

  /** Fills the output rows {@code 64 * column} to {@code 64 * column + 63}. */
  private static void column(@Nullable BitRow[] input, IntList bands, int column, BitRow[] out) {
    int size = out.length;
    int width = Math.min(64, size - (column << 6));
    long[][] collected = new long[width][];
    long[] square = new long[64];
    for (int b = 0; b < bands.size(); b++) {
      int band = bands.get(b);
      long any = 0;
      for (int i = 0; i < 64; i++) {
        int number = (band << 6) + i;
        @Nullable BitRow row = number < size ? input[number] : null;
        long @Nullable [] words = row == null ? null : row.words();
        square[i] = words == null ? 0 : words[column];
        any |= square[i];
      }
      if (any != 0) {
        transpose(square);
        for (int i = 0; i < width; i++) {
          if (square[i] != 0) {
            if (collected[i] == null) {
              collected[i] = new long[(size + 63) >>> 6];
            }
            collected[i][band] = square[i];
          }
        }
      }
    }
    for (int i = 0; i < width; i++) {
      if (collected[i] != null) {
        out[(column << 6) + i].orWords(collected[i]);
      }
    }
  }

  /** Transposes a block by swapping ever smaller quarters (Warren, Hacker's Delight, 7-3). */
  private static void transpose(long[] square) {
    long mask = 0x00000000FFFFFFFFL;
    for (int step = 32; step != 0; step >>>= 1, mask ^= mask << step) {
      for (int k = 0; k < 64; k = (k + step + 1) & ~step) {
        long swap = ((square[k] >>> step) ^ square[k + step]) & mask;
        square[k + step] ^= swap;
        square[k] ^= swap << step;
      }
    }
  }
}
