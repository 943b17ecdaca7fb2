package dev.zonec.verifier.closed.bits;

import java.util.Arrays;

/** A growable list of ints without boxing. */
public final class IntList {
  /** The empty list. Callers must not add to it. */
  public static final IntList NONE = new IntList();

  private int[] values = new int[4];
  private int size;

  public void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  public int get(int index) {
    return values[index];
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public int last() {
    return values[size - 1];
  }

  public int removeLast() {
    return values[--size];
  }

  public int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
