package dev.zonec.verifier.closed.equivalence;

import dev.zonec.verifier.closed.bits.IntList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Refines a partition of numbers, such as those of signatures: each call of {@link #split} divides
 * every class into the members inside and outside of a set. Invariant: two numbers are in one class
 * if and only if their keys are equal and every set so far contains both or neither. The cost of a
 * split is the size of the set, because only members of the set move to another class.
 */
public final class PartitionRefinement {
  private final int[] classOf;
  // These arrays are indexed by class. Numbers of classes without members are reused, which bounds
  // the arrays.
  private final int[] size;
  private final int[] part;
  private final int[] splitBefore;
  private final IntList free = new IntList();
  private int classes;
  private int splits;

  /**
   * @param keys for each number a key; numbers with different keys start in different classes
   */
  public PartitionRefinement(Object[] keys) {
    classOf = new int[keys.length];
    size = new int[keys.length + 1];
    part = new int[keys.length + 1];
    splitBefore = new int[keys.length + 1];
    Map<Object, Integer> numbers = new HashMap<>();
    for (int s = 0; s < keys.length; s++) {
      Integer number = numbers.putIfAbsent(keys[s], numbers.size());
      classOf[s] = number == null ? numbers.size() - 1 : number;
      size[classOf[s]]++;
    }
    classes = numbers.size();
  }

  /** Separates the numbers in {@code set}, which has no duplicates, from the others. */
  public void split(IntList set) {
    splits++;
    for (int i = 0; i < set.size(); i++) {
      int signature = set.get(i);
      int from = classOf[signature];
      if (splitBefore[from] != splits) {
        splitBefore[from] = splits;
        part[from] = free.isEmpty() ? classes++ : free.removeLast();
      }
      classOf[signature] = part[from];
      size[part[from]]++;
      size[from]--;
      if (size[from] == 0) {
        free.add(from);
      }
    }
  }

  /**
   * Returns the class of each number. Classes are numbered from zero in the order of their first
   * members.
   */
  public int[] numbered() {
    int[] numbers = new int[size.length];
    Arrays.fill(numbers, -1);
    int count = 0;
    int[] out = new int[classOf.length];
    for (int s = 0; s < out.length; s++) {
      if (numbers[classOf[s]] < 0) {
        numbers[classOf[s]] = count++;
      }
      out[s] = numbers[classOf[s]];
    }
    return out;
  }
}
