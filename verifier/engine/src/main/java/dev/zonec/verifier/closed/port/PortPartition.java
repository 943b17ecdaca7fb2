package dev.zonec.verifier.closed.port;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups port atoms into segments, so that each of the given port sets is a union of segments.
 * Segment 0 contains the atom of protocols without ports and nothing else, whether or not a port
 * set contains this atom.
 */
public final class PortPartition {
  private final int[] segmentOf;
  private final List<BitSet> segments;

  /** Divides {@code atoms} by {@code portSets}. */
  public PortPartition(PortAtoms atoms, Iterable<BitSet> portSets) {
    segmentOf = new int[atoms.size()];
    Arrays.fill(segmentOf, 1);
    segmentOf[atoms.portless()] = 0;
    int count = 2;
    for (BitSet set : portSets) {
      Map<Integer, Integer> parts = new HashMap<>();
      // The last atom, of protocols without ports, stays in segment 0.
      int end = atoms.portless();
      for (int atom = set.nextSetBit(0); atom >= 0 && atom < end; atom = set.nextSetBit(atom + 1)) {
        Integer part = parts.get(segmentOf[atom]);
        if (part == null) {
          part = count++;
          parts.put(segmentOf[atom], part);
        }
        segmentOf[atom] = part;
      }
    }
    Map<Integer, Integer> numbers = new HashMap<>(Map.of(0, 0));
    List<BitSet> found = new ArrayList<>(List.of(new BitSet()));
    for (int atom = 0; atom < segmentOf.length; atom++) {
      Integer number = numbers.get(segmentOf[atom]);
      if (number == null) {
        number = found.size();
        numbers.put(segmentOf[atom], number);
        found.add(new BitSet());
      }
      segmentOf[atom] = number;
      found.get(number).set(atom);
    }
    segments = found;
  }

  /** Returns the segment of an atom. */
  public int segmentOf(int atom) {
    return segmentOf[atom];
  }

  /** Returns the number of segments. */
  public int size() {
    return segments.size();
  }

  /** Returns the atoms of a segment. The caller must not change the set. */
  public BitSet atoms(int segment) {
    return segments.get(segment);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PortPartition partition
        && Arrays.equals(segmentOf, partition.segmentOf);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(segmentOf);
  }
}
