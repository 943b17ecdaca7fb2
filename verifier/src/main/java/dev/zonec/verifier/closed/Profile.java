package dev.zonec.verifier.closed;

import java.util.Arrays;
import java.util.BitSet;

/** What governs the ends of some classes in one direction. */
final class Profile {
  private final AtomPartition partition;
  private final long[][] rows;
  private final BitSet open = new BitSet();
  private final BitSet closed = new BitSet();

  /**
   * @param partition the ports that it tells apart
   * @param rows for each segment of ports, the classes at the other end that it lets pass
   * @param everyone the row of every class
   */
  Profile(AtomPartition partition, long[][] rows, long[] everyone) {
    this.partition = partition;
    this.rows = rows;
    for (int segment = 0; segment < rows.length; segment++) {
      open.set(segment, Arrays.equals(rows[segment], everyone));
      closed.set(segment, BitRow.isEmpty(rows[segment]));
    }
  }

  /** The classes that pass on ports of {@code atom}. Not to be changed. */
  long[] row(int atom) {
    return rows[partition.segmentOf(atom)];
  }

  /** Whether every class passes on ports of {@code atom}. */
  boolean isOpen(int atom) {
    return open.get(partition.segmentOf(atom));
  }

  /** Whether no class passes on ports of {@code atom}. */
  boolean isClosed(int atom) {
    return closed.get(partition.segmentOf(atom));
  }

  /** Whether it treats two atoms alike, as far as it knows. */
  boolean alike(int atom, int other) {
    return partition.segmentOf(atom) == partition.segmentOf(other);
  }

  /** The atoms on which class {@code other} passes. */
  BitSet atoms(int other) {
    BitSet passing = new BitSet();
    for (int segment = 0; segment < rows.length; segment++) {
      if (BitRow.get(rows[segment], other)) {
        passing.or(partition.atoms(segment));
      }
    }
    return passing;
  }
}
