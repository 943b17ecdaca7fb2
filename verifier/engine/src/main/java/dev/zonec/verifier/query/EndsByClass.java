package dev.zonec.verifier.query;

import dev.zonec.verifier.closed.ClosedEngine;
import dev.zonec.verifier.closed.bits.BitRow;
import dev.zonec.verifier.closed.bits.IntList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks up ends by their classes, so that a search among many ends costs what it finds.
 *
 * <p>Invariant: {@link #classes} are exactly the classes that have an end.
 */
final class EndsByClass {
  private final BitRow classes;
  private final Map<Integer, IntList> members = new HashMap<>();

  /**
   * @param ends numbers of ends in {@code engine}
   */
  EndsByClass(ClosedEngine engine, List<Integer> ends) {
    classes = BitRow.empty(engine.classes());
    for (int end : ends) {
      int c = engine.classOf(end);
      classes.set(c);
      members.computeIfAbsent(c, each -> new IntList()).add(end);
    }
  }

  /** Returns the classes that have an end. */
  BitRow classes() {
    return classes;
  }

  /** Returns the numbers of the ends whose classes are in {@code row}. */
  BitSet in(BitRow row) {
    BitRow found = row.copy();
    found.and(classes);
    BitSet ends = new BitSet();
    for (int c = found.next(0); c >= 0; c = found.next(c + 1)) {
      IntList some = members.getOrDefault(c, IntList.NONE);
      for (int i = 0; i < some.size(); i++) {
        ends.set(some.get(i));
      }
    }
    return ends;
  }
}
