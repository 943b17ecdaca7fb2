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
  private final BitRow within;
  private final int[] componentOf;
  private int count;

  /**
   * @param within the classes to which the relation is restricted
   */
  StrongComponents(BitMatrix relation, BitRow within) {
    this.within = within;
    this.componentOf = new int[relation.size()];
    Arrays.fill(componentOf, -1);
    IntList finished = new IntList();
    BitRow left = within.copy();
    for (int c = left.next(0); c >= 0; c = left.next(c + 1)) {
      visit(c, relation, left, finished);
    }
    BitMatrix transposed = relation.transposed();
    left = within.copy();
    for (int i = finished.size() - 1; i >= 0; i--) {
      if (left.get(finished.get(i))) {
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
  private static void visit(int start, BitMatrix relation, BitRow left, IntList finished) {
    IntList stack = new IntList();
    left.clear(start);
    stack.add(start);
    while (!stack.isEmpty()) {
      int at = stack.last();
      int next = relation.row(at).nextOfBoth(left);
      if (next < 0) {
        finished.add(stack.removeLast());
      } else {
        left.clear(next);
        stack.add(next);
      }
    }
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
  BitRow within() {
    return within;
  }
}
