package dev.zonec.verifier.query;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.verifier.closed.ClosedEngine;
import dev.zonec.verifier.closed.bits.BitRow;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Divides the ends of an answer into groups that the answer does not tell apart.
 *
 * <p>The ends of a group may connect to the same ends and from the same ones, on the same ports,
 * and have equal keys. Exchanging two ends of a group therefore changes no connection and no key.
 * Groups are numbered in the order of their first ends.
 */
final class AlikeEnds {
  private final Map<Integer, Integer> groupOf = new HashMap<>();
  private final List<BitRow> members = new ArrayList<>();

  private record Key(int alike, Object key) {}

  /**
   * @param ends numbers of ends in {@code engine}, in ascending order
   * @param key what else the answer tells apart of an end
   */
  AlikeEnds(ClosedEngine engine, List<Integer> ends, IntFunction<Object> key) {
    int[] alike = engine.alikeClasses();
    Map<Key, Integer> numbers = new HashMap<>();
    for (int end : ends) {
      Deadline.check();
      Key known = new Key(alike[engine.classOf(end)], key.apply(end));
      int group = numbers.computeIfAbsent(known, each -> numbers.size());
      if (group == members.size()) {
        members.add(BitRow.empty(engine.ends().size()));
      }
      groupOf.put(end, group);
      members.get(group).set(end);
    }
  }

  /** Returns the number of groups. */
  int size() {
    return members.size();
  }

  /** Returns the ends of a group; at least one. Callers do not change them. */
  BitRow members(int group) {
    return members.get(group);
  }

  /** Returns the first end of a group. */
  int first(int group) {
    return members.get(group).next(0);
  }

  /** Returns the second end of a group, or -1 if it has only one. */
  int second(int group) {
    return members.get(group).next(first(group) + 1);
  }

  /** Returns the group of {@code end}. */
  int of(int end) {
    return groupOf.getOrDefault(end, -1);
  }

  /**
   * Returns the first ends of each group, at most {@code most} of a group, that are among {@code
   * some}, which contains all ends of a group or none.
   */
  BitSet firstOf(BitSet some, int most) {
    BitSet found = new BitSet();
    for (BitRow group : members) {
      int end = group.next(0);
      for (int i = 0; i < most && end >= 0 && some.get(end); i++) {
        found.set(end);
        end = group.next(end + 1);
      }
    }
    return found;
  }

  /**
   * Returns the group of {@code to} if {@code to} stands for it as the other end of a connection
   * with {@code from}, which is the first end of its group; otherwise -1. The first end stands for
   * a group, and the second one for the group of {@code from}.
   */
  int other(int from, int to) {
    int group = of(to);
    int standing = group == of(from) ? second(group) : first(group);
    return to == standing ? group : -1;
  }
}
