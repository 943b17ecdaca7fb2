package dev.zonec.verifier.closed;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What reaches what over any number of connections, passing through some classes only. The relation
 * between components is acyclic; it is closed from its end, and what an earlier row holds already
 * is not gone through again.
 */
final class Closure {
  private final BitMatrix connections;
  private final Components components;
  private final long[][] ofComponent;

  private Closure(BitMatrix connections, BitSet relays) {
    this.connections = connections;
    long[] within = BitRow.empty(connections.size());
    relays.stream().forEach(c -> BitRow.set(within, c));
    this.components = new Components(connections, within);
    this.ofComponent = new long[components.count()][];
  }

  static BitMatrix of(BitMatrix connections, BitSet relays) {
    return new Closure(connections, relays).close();
  }

  private BitMatrix close() {
    int size = connections.size();
    List<Ints> members = new ArrayList<>();
    for (int i = 0; i < ofComponent.length; i++) {
      members.add(new Ints());
    }
    for (int c = 0; c < size; c++) {
      if (components.of(c) >= 0) {
        members.get(components.of(c)).add(c);
      }
    }
    for (int i = ofComponent.length - 1; i >= 0; i--) {
      long[] row = BitRow.empty(size);
      for (int m = 0; m < members.get(i).size(); m++) {
        BitRow.or(row, connections.row(members.get(i).get(m)));
      }
      ofComponent[i] = row;
      addBeyond(row, i);
    }
    long[][] rows = new long[size][];
    for (int c = 0; c < size; c++) {
      if (components.of(c) >= 0) {
        rows[c] = ofComponent[components.of(c)];
      } else {
        rows[c] = connections.row(c).clone();
        addBeyond(rows[c], -1);
      }
    }
    return new BitMatrix(rows);
  }

  /** Adds to {@code row}, of component {@code own} if it has one, what those in it reach. */
  private void addBeyond(long[] row, int own) {
    long[] open = row.clone();
    BitRow.and(open, components.within());
    for (int c = BitRow.next(open, 0); c >= 0; c = BitRow.next(open, c + 1)) {
      int component = components.of(c);
      if (component != own) {
        BitRow.or(row, ofComponent[component]);
        // All that the component reaches is in the row now, and so is all that they reach.
        BitRow.andNot(open, ofComponent[component]);
      }
    }
  }
}
