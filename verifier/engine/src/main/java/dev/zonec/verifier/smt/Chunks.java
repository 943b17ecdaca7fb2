package dev.zonec.verifier.smt;

import dev.zonec.verifier.quotient.Bits;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Divides a set of numbers into a bounded number of parts. */
final class Chunks {
  private static final int MOST_PARTS = 64;

  private Chunks() {}

  /**
   * Divides {@code set} into one part for each number, or into parts of neighbouring numbers of
   * equal size if there would be more than {@value #MOST_PARTS} parts.
   */
  static List<Bits> of(Bits set) {
    int[] members = set.stream().toArray();
    int size = Math.ceilDiv(members.length, MOST_PARTS);
    List<Bits> out = new ArrayList<>();
    for (int start = 0; start < members.length; start += size) {
      BitSet part = new BitSet();
      for (int i = start; i < Math.min(start + size, members.length); i++) {
        part.set(members[i]);
      }
      out.add(Bits.of(part));
    }
    return out;
  }
}
