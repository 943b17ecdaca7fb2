package dev.zonec.verifier.closed.bits;

import java.util.Arrays;

/** A growable list of ints without boxing. */
public final class IntList {
  /** The empty list. Callers must not add to it. */
  public static final IntList NONE = new IntList();

  private int[] values = new int[4];
  private int size;

  /** Appends {@code value}. */
  public void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  /** Returns the element at {@code index}. */
  public int get(int index) {
    return values[index];
  }

  /** Returns the number of elements. */
  public int size() {
    return size;
  }

  /** Whether the list has no elements. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** Returns the last element of a list that is not empty. */
  public int last() {
    return values[size - 1];
  }

  /** Removes and returns the last element of a list that is not empty. */
  public int removeLast() {
    return values[--size];
  }

  /** Returns a copy of the elements. */
  public int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
