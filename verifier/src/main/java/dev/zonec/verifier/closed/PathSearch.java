package dev.zonec.verifier.closed;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * Shortest paths between ends, breadth first. A path never returns to where it began. Where it has
 * to pass through some ends, it is looked for in two copies of the ends: before it did and after.
 */
public final class PathSearch {
  /** The copy of ends that a path gets to before it has passed where it has to. */
  private static final int BEFORE = 0;

  private static final int AFTER = 1;

  private final ClosedEngine engine;
  private final BitMatrix connections;
  private final BitMatrix last;
  private final Passage passage;
  private final List<Ints> ends = new ArrayList<>();

  /**
   * What a path may and has to pass through.
   *
   * @param relays the ends that it may pass through
   * @param needed whether it has to pass through one of {@code via}
   * @param via some of the ends
   * @param longest how many hops it may have
   */
  public record Passage(BitSet relays, boolean needed, BitSet via, int longest) {}

  /**
   * @param connections what may connect
   * @param last what may connect in the last hop
   * @param passage what paths may and have to pass through
   */
  public PathSearch(ClosedEngine engine, BitMatrix connections, BitMatrix last, Passage passage) {
    this.engine = engine;
    this.connections = connections;
    this.last = last;
    this.passage = passage;
    for (int c = 0; c < engine.classes(); c++) {
      ends.add(new Ints());
    }
    for (int end = 0; end < engine.ends().size(); end++) {
      ends.get(engine.classOf(end)).add(end);
    }
  }

  /** The shortest paths that begin at {@code source}. */
  public Found from(int source) {
    return new Found(source);
  }

  /** The shortest paths from one end. */
  public final class Found {
    private final int source;
    // For each copy the ends by the number of hops that lead there, and the classes not all there.
    private final List<List<Ints>> levels = List.of(new ArrayList<>(), new ArrayList<>());
    private final List<BitSet> seen = List.of(new BitSet(), new BitSet());
    private final List<long[]> open = List.of(relayClasses(), relayClasses());
    // For each class the first hop count after which its ends can be the last.
    private final int[] hopsBefore = new int[engine.classes()];

    private Found(int source) {
      this.source = source;
      java.util.Arrays.fill(hopsBefore, -1);
      seen.forEach(some -> some.set(source));
      levels.forEach(some -> some.add(new Ints()));
      levels.get(passage.needed() ? BEFORE : AFTER).getFirst().add(source);
      long[] unhit = BitRow.full(engine.classes());
      for (int hops = 0; hops < passage.longest() && goesOn(hops); hops++) {
        levels.forEach(some -> some.add(new Ints()));
        hit(hops, unhit);
        for (int copy = BEFORE; copy <= AFTER; copy++) {
          step(copy, hops);
        }
      }
    }

    private boolean goesOn(int hops) {
      return !levels.get(BEFORE).get(hops).isEmpty() || !levels.get(AFTER).get(hops).isEmpty();
    }

    private long[] relayClasses() {
      long[] row = BitRow.empty(engine.classes());
      passage.relays().stream().forEach(end -> BitRow.set(row, engine.classOf(end)));
      return row;
    }

    private void hit(int hops, long[] unhit) {
      Ints some = levels.get(AFTER).get(hops);
      for (int i = 0; i < some.size(); i++) {
        long[] row = last.row(engine.classOf(some.get(i))).clone();
        BitRow.and(row, unhit);
        for (int c = BitRow.next(row, 0); c >= 0; c = BitRow.next(row, c + 1)) {
          hopsBefore[c] = hops;
        }
        BitRow.andNot(unhit, row);
      }
    }

    private void step(int copy, int hops) {
      Ints level = levels.get(copy).get(hops);
      for (int i = 0; i < level.size(); i++) {
        int from = level.get(i);
        long[] row = connections.row(engine.classOf(from)).clone();
        // From after there is no way back to before; the other way there are both.
        long[] some = open.get(AFTER).clone();
        if (copy == BEFORE) {
          BitRow.or(some, open.get(BEFORE));
        }
        BitRow.and(row, some);
        for (int c = BitRow.next(row, 0); c >= 0; c = BitRow.next(row, c + 1)) {
          visit(from, c, copy, hops + 1);
        }
      }
    }

    private void visit(int from, int c, int copy, int hops) {
      Ints members = ends.get(c);
      for (int i = 0; i < members.size(); i++) {
        int end = members.get(i);
        if (end != from && passage.relays().get(end)) {
          int to = copy == AFTER || passage.via().get(end) ? AFTER : BEFORE;
          if (!seen.get(to).get(end)) {
            seen.get(to).set(end);
            levels.get(to).get(hops).add(end);
          }
        }
      }
      for (int to = BEFORE; to <= AFTER; to++) {
        if (isSeen(members, to)) {
          open.get(to)[c >>> 6] &= ~(1L << (c & 63));
        }
      }
    }

    private boolean isSeen(Ints members, int copy) {
      for (int i = 0; i < members.size(); i++) {
        boolean getsThere =
            passage.relays().get(members.get(i))
                && (copy == AFTER || !passage.via().get(members.get(i)));
        if (getsThere && !seen.get(copy).get(members.get(i))) {
          return false;
        }
      }
      return true;
    }

    /** How many hops the shortest path to {@code target} has; none if there is no path. */
    public OptionalInt hops(int target) {
      int before = hopsBefore[engine.classOf(target)];
      if (before < 0 || target == source) {
        return OptionalInt.empty();
      }
      for (int hops = before; hops < levels.get(AFTER).size(); hops++) {
        if (hops < passage.longest() && !leadingTo(target, last, AFTER, hops).isEmpty()) {
          return OptionalInt.of(hops + 1);
        }
      }
      return OptionalInt.empty();
    }

    /** The ends, {@code hops} hops away, from which a hop of {@code relation} leads to an end. */
    private Ints leadingTo(int end, BitMatrix relation, int copy, int hops) {
      Ints leading = new Ints();
      Ints some = levels.get(copy).get(hops);
      for (int i = 0; i < some.size(); i++) {
        int from = some.get(i);
        if (from != end && relation.get(engine.classOf(from), engine.classOf(end))) {
          leading.add(from);
        }
      }
      return leading;
    }

    /**
     * Shortest paths to {@code target}, each as the ends on it.
     *
     * @param most how many at most
     */
    public List<List<Integer>> paths(int target, int most) {
      List<List<Integer>> found = new ArrayList<>();
      OptionalInt hops = hops(target);
      if (hops.isPresent()) {
        int before = hops.getAsInt() - 1;
        Ints leading = leadingTo(target, last, AFTER, before);
        for (int i = 0; i < leading.size(); i++) {
          back(leading.get(i), AFTER, before, List.of(target), most, found);
        }
      }
      return found;
    }

    private void back(
        int end, int copy, int hops, List<Integer> rest, int most, List<List<Integer>> found) {
      if (found.size() >= most) {
        return;
      }
      List<Integer> path = new ArrayList<>(List.of(end));
      path.addAll(rest);
      if (hops == 0) {
        found.add(List.copyOf(path));
        return;
      }
      boolean turns = passage.needed() && copy == AFTER && passage.via().get(end);
      for (int earlier = turns ? BEFORE : copy; earlier <= copy; earlier++) {
        Ints leading = leadingTo(end, connections, earlier, hops - 1);
        for (int i = 0; i < leading.size(); i++) {
          back(leading.get(i), earlier, hops - 1, path, most, found);
        }
      }
    }
  }
}
