package dev.zonec.verifier.closed;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Square bit matrices turned over, 64 by 64 bits at a time. */
final class Transposition {
  private Transposition() {}

  /** The rows of the matrix whose columns are {@code rows}. */
  static long[][] of(IntFunction<long[]> rows, int size) {
    int blocks = (size + 63) >>> 6;
    long[][] out = new long[size][];
    for (int i = 0; i < size; i++) {
      out[i] = BitRow.empty(size);
    }
    IntStream.range(0, blocks).parallel().forEach(band -> band(rows, size, band, out));
    return out;
  }

  /** Fills word {@code band} of every row. */
  private static void band(IntFunction<long[]> rows, int size, int band, long[][] out) {
    int height = Math.min(64, size - (band << 6));
    long[][] input = new long[height][];
    for (int i = 0; i < height; i++) {
      input[i] = rows.apply((band << 6) + i);
    }
    long[] square = new long[64];
    for (int block = 0; block << 6 < size; block++) {
      long any = 0;
      for (int i = 0; i < 64; i++) {
        square[i] = i < height ? input[i][block] : 0;
        any |= square[i];
      }
      if (any != 0) {
        turn(square);
        int width = Math.min(64, size - (block << 6));
        for (int i = 0; i < width; i++) {
          out[(block << 6) + i][band] = square[i];
        }
      }
    }
  }

  /** Swaps ever smaller quarters (Warren, Hacker's Delight, 7-3). */
  private static void turn(long[] square) {
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
