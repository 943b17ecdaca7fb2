package dev.zonec.verifier.closed;

import java.util.BitSet;

/**
 * What governs the ends of some classes in one direction.
 *
 * @param partition the ports that it tells apart
 * @param rows for each segment of ports, the classes at the other end that it lets pass
 */
record Profile(AtomPartition partition, long[][] rows) {
  /** The classes that pass on ports of {@code atom}. Not to be changed. */
  long[] row(int atom) {
    return rows[partition.segmentOf(atom)];
  }

  /** Whether it treats two atoms alike, as far as it knows. */
  boolean alike(int atom, int other) {
    return partition.segmentOf(atom) == partition.segmentOf(other);
  }

  /** The atoms on which class {@code other} passes. */
  BitSet atoms(int other) {
    BitSet open = new BitSet();
    for (int segment = 0; segment < rows.length; segment++) {
      if (BitRow.get(rows[segment], other)) {
        open.or(partition.atoms(segment));
      }
    }
    return open;
  }
}
