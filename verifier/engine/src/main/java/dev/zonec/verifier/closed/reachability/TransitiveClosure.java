package dev.zonec.verifier.closed.reachability;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.verifier.closed.bits.BitMatrix;
import dev.zonec.verifier.closed.bits.BitRow;
import dev.zonec.verifier.closed.bits.IntList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Computes which classes reach which over one or more connections, passing through relays only.
 *
 * <p>Relays that reach each other form a strongly connected component and share one row, and the
 * components form an acyclic graph. Their rows are computed in reverse topological order.
 * Invariant: when the row of a component is computed, the rows of all components that it leads to
 * are complete. The row is therefore the union of its members' connections with those rows, and
 * classes that an added row already covers are skipped.
 */
public final class TransitiveClosure {
  private final BitMatrix connections;
  private final StrongComponents components;
  private final BitRow[] ofComponent;

  private TransitiveClosure(BitMatrix connections, BitSet relays) {
    this.connections = connections;
    BitRow within = BitRow.empty(connections.size());
    relays.stream().forEach(c -> within.set(c));
    this.components = new StrongComponents(connections, within);
    this.ofComponent = new BitRow[components.count()];
  }

  /** Returns the closure of {@code connections} through {@code relays}. */
  public static BitMatrix of(BitMatrix connections, BitSet relays) {
    return new TransitiveClosure(connections, relays).close();
  }

  private BitMatrix close() {
    int size = connections.size();
    List<IntList> members = new ArrayList<>();
    for (int i = 0; i < ofComponent.length; i++) {
      members.add(new IntList());
    }
    for (int c = 0; c < size; c++) {
      if (components.of(c) >= 0) {
        members.get(components.of(c)).add(c);
      }
    }
    for (int i = ofComponent.length - 1; i >= 0; i--) {
      Deadline.check();
      BitRow row = BitRow.empty(size);
      for (int m = 0; m < members.get(i).size(); m++) {
        row.or(connections.row(members.get(i).get(m)));
      }
      ofComponent[i] = row;
      addBeyond(row, i);
    }
    BitRow[] rows = new BitRow[size];
    for (int c = 0; c < size; c++) {
      Deadline.check();
      if (components.of(c) >= 0) {
        rows[c] = ofComponent[components.of(c)];
      } else {
        rows[c] = connections.row(c).copy();
        addBeyond(rows[c], -1);
      }
    }
    return new BitMatrix(rows);
  }

  /**
   * Adds the classes that the relays in {@code row} reach.
   *
   * @param own the component that the row belongs to; -1 if none
   */
  private void addBeyond(BitRow row, int own) {
    BitRow open = row.copy();
    open.and(components.within());
    for (int c = open.next(0); c >= 0; c = open.next(c + 1)) {
      int component = components.of(c);
      if (component != own) {
        row.or(ofComponent[component]);
        // The added row also contains all classes that its classes reach, so these need no visit.
        open.andNot(ofComponent[component]);
      }
    }
  }
}
