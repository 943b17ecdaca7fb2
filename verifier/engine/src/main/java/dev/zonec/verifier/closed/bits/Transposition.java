package dev.zonec.verifier.closed.bits;

import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Transposes square bit matrices in blocks of 64 by 64 bits. */
public final class Transposition {
  private static final long[] NOTHING = new long[0];

  private Transposition() {}

  /**
   * Returns the rows of the transposed matrix.
   *
   * @param rows the rows of the input
   * @param full whether every bit of a row is known to be set; such a row is not read
   * @param empty whether no bit of a row is known to be set; such a row is not read
   */
  public static long[][] of(
      IntFunction<long[]> rows, int size, IntPredicate full, IntPredicate empty) {
    IntPredicate known = full.or(empty);
    int blocks = (size + 63) >>> 6;
    long[] ones = BitRow.empty(size);
    for (int i = 0; i < size; i++) {
      if (full.test(i)) {
        BitRow.set(ones, i);
      }
    }
    long[][] out = new long[size][];
    for (int i = 0; i < size; i++) {
      out[i] = ones.clone();
    }
    IntStream.range(0, blocks).parallel().forEach(band -> band(rows, size, band, known, out));
    return out;
  }

  /** Fills word {@code band} of every output row. */
  private static void band(
      IntFunction<long[]> rows, int size, int band, IntPredicate known, long[][] out) {
    long[][] input = new long[64][];
    int height = 0;
    for (int i = band << 6; i < Math.min(size, (band + 1) << 6); i++) {
      if (known.test(i)) {
        input[i & 63] = NOTHING;
      } else {
        input[i & 63] = rows.apply(i);
        height = (i & 63) + 1;
      }
    }
    long[] square = new long[64];
    for (int block = 0; height > 0 && block << 6 < size; block++) {
      long any = 0;
      for (int i = 0; i < 64; i++) {
        square[i] = i < height && input[i].length > 0 ? input[i][block] : 0;
        any |= square[i];
      }
      if (any != 0) {
        transpose(square);
        int width = Math.min(64, size - (block << 6));
        for (int i = 0; i < width; i++) {
          out[(block << 6) + i][band] |= square[i];
        }
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
