package dev.zonec.verifier.smt;

import dev.zonec.verifier.quotient.Bits;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Cuts a set of numbers into not too many parts. */
final class Chunks {
  private static final int MOST = 64;

  private Chunks() {}

  /** A part a number; where there are many, parts of neighbours. */
  static List<Bits> of(Bits set) {
    int[] members = set.stream().toArray();
    int size = Math.ceilDiv(members.length, MOST);
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
