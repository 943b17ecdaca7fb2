package dev.zonec.verifier.closed.admission;

import dev.zonec.verifier.closed.bits.BitRow;
import dev.zonec.verifier.closed.port.PortPartition;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The classes at the other end that a class admits in one direction, for each port. */
public final class Admission {
  private final PortPartition partition;
  private final BitRow[] rows;
  private final BitSet open = new BitSet();
  private final BitSet closed = new BitSet();

  /**
   * @param partition the segments of ports that the policies of the class distinguish
   * @param rows the admitted classes, by segment
   */
  public Admission(PortPartition partition, BitRow[] rows) {
    this.partition = partition;
    this.rows = rows;
    for (int segment = 0; segment < rows.length; segment++) {
      open.set(segment, rows[segment].isFull());
      closed.set(segment, rows[segment].isEmpty());
    }
  }

  /** Returns the admitted classes, by segment. The caller must not change them. */
  public List<BitRow> rows() {
    return List.of(rows);
  }

  /**
   * Returns the classes that are admitted on ports of {@code atom}. The caller must not change the
   * row.
   */
  public BitRow row(int atom) {
    return rows[partition.segmentOf(atom)];
  }

  /** Whether every class is admitted on ports of {@code atom}. */
  public boolean admitsAll(int atom) {
    return open.get(partition.segmentOf(atom));
  }

  /** Whether no class is admitted on ports of {@code atom}. */
  public boolean admitsNone(int atom) {
    return closed.get(partition.segmentOf(atom));
  }

  /**
   * Whether both atoms are in one segment. Atoms of different segments can still have equal rows.
   */
  public boolean treatsAlike(int atom, int other) {
    return partition.segmentOf(atom) == partition.segmentOf(other);
  }

  /** Returns the atoms on which class {@code other} is admitted. */
  public BitSet atoms(int other) {
    BitSet passing = new BitSet();
    for (int segment = 0; segment < rows.length; segment++) {
      if (rows[segment].get(other)) {
        passing.or(partition.atoms(segment));
      }
    }
    return passing;
  }

  /** Whether both admit the same classes, with equal segments. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Admission admission
        && partition.equals(admission.partition)
        && Arrays.equals(rows, admission.rows);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(rows);
  }
}
