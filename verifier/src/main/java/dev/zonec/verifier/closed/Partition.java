package dev.zonec.verifier.closed;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Units in classes, split by one set after the other. */
final class Partition {
  private final int[] classOf;
  // By class. A class that loses its last unit is used again, so there are never many.
  private final int[] size;
  private final int[] part;
  private final int[] splitBefore;
  private final Ints free = new Ints();
  private int classes;
  private int splits;

  /**
   * @param looks for each unit what tells it from others to begin with
   */
  Partition(Object[] looks) {
    classOf = new int[looks.length];
    size = new int[looks.length + 1];
    part = new int[looks.length + 1];
    splitBefore = new int[looks.length + 1];
    Map<Object, Integer> numbers = new HashMap<>();
    for (int u = 0; u < looks.length; u++) {
      Integer number = numbers.putIfAbsent(looks[u], numbers.size());
      classOf[u] = number == null ? numbers.size() - 1 : number;
      size[classOf[u]]++;
    }
    classes = numbers.size();
  }

  /** Tells the units in {@code set}, each of them there once, from the rest. */
  void split(Ints set) {
    splits++;
    for (int i = 0; i < set.size(); i++) {
      int unit = set.get(i);
      int from = classOf[unit];
      if (splitBefore[from] != splits) {
        splitBefore[from] = splits;
        part[from] = free.isEmpty() ? classes++ : free.removeLast();
      }
      classOf[unit] = part[from];
      size[part[from]]++;
      size[from]--;
      if (size[from] == 0) {
        free.add(from);
      }
    }
  }

  /** The class of each unit, numbered from zero in the order of the units. */
  int[] numbered() {
    int[] numbers = new int[size.length];
    Arrays.fill(numbers, -1);
    int count = 0;
    int[] out = new int[classOf.length];
    for (int u = 0; u < out.length; u++) {
      if (numbers[classOf[u]] < 0) {
        numbers[classOf[u]] = count++;
      }
      out[u] = numbers[classOf[u]];
    }
    return out;
  }
}
