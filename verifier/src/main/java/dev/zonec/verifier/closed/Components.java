package dev.zonec.verifier.closed;

import java.util.Arrays;

/**
 * The strongly connected components of a relation cut down to some classes, found with two
 * depth-first searches over its rows and columns (Kosaraju, Sharir).
 */
final class Components {
  private final long[] within;
  private final int[] componentOf;
  private int count;

  /**
   * @param within the classes that count
   */
  Components(BitMatrix relation, long[] within) {
    this.within = within;
    this.componentOf = new int[relation.size()];
    Arrays.fill(componentOf, -1);
    Ints finished = new Ints();
    long[] left = within.clone();
    for (int c = BitRow.next(left, 0); c >= 0; c = BitRow.next(left, c + 1)) {
      visit(c, relation, left, finished);
    }
    BitMatrix turned = relation.transposed();
    left = within.clone();
    for (int i = finished.size() - 1; i >= 0; i--) {
      if (BitRow.get(left, finished.get(i))) {
        Ints members = new Ints();
        visit(finished.get(i), turned, left, members);
        for (int m = 0; m < members.size(); m++) {
          componentOf[members.get(m)] = count;
        }
        count++;
      }
    }
  }

  /** Takes what {@code start} leads to out of {@code left} and lists it as its visit ends. */
  private static void visit(int start, BitMatrix relation, long[] left, Ints finished) {
    Ints stack = new Ints();
    take(start, left);
    stack.add(start);
    while (!stack.isEmpty()) {
      int at = stack.last();
      int next = nextOfBoth(relation.row(at), left);
      if (next < 0) {
        finished.add(stack.removeLast());
      } else {
        take(next, left);
        stack.add(next);
      }
    }
  }

  private static void take(int c, long[] left) {
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

  /** How many there are. A connection leads from a component to none with a smaller number. */
  int count() {
    return count;
  }

  /** The component of a class that counts; -1 for the others. */
  int of(int c) {
    return componentOf[c];
  }

  /** The classes that count. Not to be changed. */
  long[] within() {
    return within;
  }
}
