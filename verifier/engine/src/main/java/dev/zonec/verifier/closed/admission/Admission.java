package dev.zonec.verifier.closed.admission;

import dev.zonec.verifier.closed.bits.BitRow;
import dev.zonec.verifier.closed.port.PortPartition;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The classes at the other end that a class admits in one direction, for each port. */
public final class Admission {
  private final PortPartition partition;
  private final BitRow[] rows;
  private final Content content;
  private final BitSet open = new BitSet();
  private final BitSet closed = new BitSet();

  /**
   * @param partition the segments of ports that the policies of the class distinguish
   * @param rows the admitted classes, by segment
   */
  public Admission(PortPartition partition, BitRow[] rows) {
    this.partition = partition;
    this.rows = rows;
    this.content = new Content(partition, rows);
    for (int segment = 0; segment < rows.length; segment++) {
      open.set(segment, rows[segment].isFull());
      closed.set(segment, rows[segment].isEmpty());
    }
  }

  /**
   * What an admission consists of. Two are equal if their segments and the rows of these are equal.
   */
  public static final class Content {
    private final PortPartition partition;
    private final BitRow[] rows;

    private Content(PortPartition partition, BitRow[] rows) {
      this.partition = partition;
      this.rows = rows;
    }

    /** Returns the admitted classes, by segment. The caller must not change them. */
    public List<BitRow> rows() {
      return List.of(rows);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Content content
          && partition.equals(content.partition)
          && Arrays.deepEquals(rows, content.rows);
    }

    @Override
    public int hashCode() {
      return Arrays.deepHashCode(rows);
    }
  }

  /** Returns the content. */
  public Content content() {
    return content;
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
}
