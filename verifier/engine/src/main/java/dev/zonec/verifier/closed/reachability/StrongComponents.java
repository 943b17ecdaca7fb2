package dev.zonec.verifier.closed.reachability;

import dev.zonec.verifier.closed.bits.BitMatrix;
import dev.zonec.verifier.closed.bits.BitRow;
import dev.zonec.verifier.closed.bits.IntList;
import java.util.Arrays;

/**
 * Finds the strongly connected components of a relation restricted to some classes, with two
 * depth-first searches over its rows and columns (Kosaraju and Sharir).
 */
final class StrongComponents {
  private final long[] within;
  private final int[] componentOf;
  private int count;

  /**
   * @param within the classes to which the relation is restricted
   */
  StrongComponents(BitMatrix relation, long[] within) {
    this.within = within;
    this.componentOf = new int[relation.size()];
    Arrays.fill(componentOf, -1);
    IntList finished = new IntList();
    long[] left = within.clone();
    for (int c = BitRow.next(left, 0); c >= 0; c = BitRow.next(left, c + 1)) {
      visit(c, relation, left, finished);
    }
    BitMatrix transposed = relation.transposed();
    left = within.clone();
    for (int i = finished.size() - 1; i >= 0; i--) {
      if (BitRow.get(left, finished.get(i))) {
        IntList members = new IntList();
        visit(finished.get(i), transposed, left, members);
        for (int m = 0; m < members.size(); m++) {
          componentOf[members.get(m)] = count;
        }
        count++;
      }
    }
  }

  /**
   * Visits the classes of {@code left} that {@code start} leads to, removes them from {@code left},
   * and appends each to {@code finished} when its visit ends.
   */
  private static void visit(int start, BitMatrix relation, long[] left, IntList finished) {
    IntList stack = new IntList();
    clear(start, left);
    stack.add(start);
    while (!stack.isEmpty()) {
      int at = stack.last();
      int next = nextOfBoth(relation.row(at), left);
      if (next < 0) {
        finished.add(stack.removeLast());
      } else {
        clear(next, left);
        stack.add(next);
      }
    }
  }

  private static void clear(int c, long[] left) {
    left[c >>> 6] &= ~(1L << (c & 63));
  }

  private static int nextOfBoth(long[] one, long[] other) {
    for (int i = 0; i < one.length; i++) {
      long both = one[i] & other[i];
      if (both != 0) {
        return (i << 6) + Long.numberOfTrailingZeros(both);
      }
    }
    return -1;
  }

  /**
   * Returns the number of components. Connections never lead to a component with a smaller number.
   */
  int count() {
    return count;
  }

  /** Returns the component of class {@code c}, or -1 if the class is outside of the restriction. */
  int of(int c) {
    return componentOf[c];
  }

  /** Returns the classes of the restriction. The caller must not change the row. */
  long[] within() {
    return within;
  }
}
