package dev.zonec.verifier.closed.reachability;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.verifier.closed.ClosedEngine;
import dev.zonec.verifier.closed.bits.BitMatrix;
import dev.zonec.verifier.closed.bits.BitRow;
import dev.zonec.verifier.closed.bits.IntList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * Finds shortest paths between endpoints with a breadth-first search. A path never returns to its
 * source.
 *
 * <p>If a path has to pass through a member of a set, the search runs over two copies of the
 * endpoints: a path is in the first copy until it passes through a member, and then in the second.
 * Invariant: level {@code n} of a copy contains exactly the endpoints for which the shortest
 * sequence of connections that ends in this copy has {@code n} hops. Paths are read backwards, from
 * a target through one endpoint of each level.
 */
public final class ShortestPaths {
  /**
   * The copy of the endpoints that paths reach before they have passed through a required endpoint.
   */
  private static final int BEFORE = 0;

  private static final int AFTER = 1;

  private final ClosedEngine engine;
  private final BitMatrix connections;
  private final BitMatrix last;
  private final Passage passage;
  // For each class, the endpoints that a path may pass through.
  private final List<IntList> relays = new ArrayList<>();
  private final BitRow relayClasses;

  /**
   * The constraints on the ends that a path passes through.
   *
   * @param relays the endpoints that a path may pass through
   * @param needed whether a path must pass through a member of {@code via}
   * @param via the members
   * @param longest the maximum number of hops
   */
  public record Passage(BitSet relays, boolean needed, BitSet via, int longest) {}

  /**
   * @param connections which classes may connect
   * @param last which classes may connect in the last hop
   * @param passage the constraints on the ends that paths pass through
   */
  public ShortestPaths(
      ClosedEngine engine, BitMatrix connections, BitMatrix last, Passage passage) {
    this.engine = engine;
    this.connections = connections;
    this.last = last;
    this.passage = passage;
    this.relayClasses = BitRow.empty(engine.classes());
    for (int c = 0; c < engine.classes(); c++) {
      relays.add(new IntList());
    }
    BitSet passed = passage.relays();
    for (int end = passed.nextSetBit(0); end >= 0; end = passed.nextSetBit(end + 1)) {
      relays.get(engine.classOf(end)).add(end);
      relayClasses.set(engine.classOf(end));
    }
  }

  /** Returns the shortest paths from {@code source}. */
  public Found from(int source) {
    return new Found(source);
  }

  /** The shortest paths from one endpoint. */
  public final class Found {
    private final int source;
    // For each copy, the endpoints by their number of hops, and the classes not completely visited.
    private final List<List<IntList>> levels = List.of(new ArrayList<>(), new ArrayList<>());
    private final List<BitSet> seen = List.of(new BitSet(), new BitSet());
    private final List<BitRow> open = List.of(relayClasses.copy(), relayClasses.copy());
    // For each class, the number of hops of the nearest endpoint that can connect to it in a last
    // hop, and this endpoint.
    private final int[] hopsBefore = new int[engine.classes()];
    private final int[] nearest = new int[engine.classes()];
    private final BitRow reached = BitRow.empty(engine.classes());

    private Found(int source) {
      this.source = source;
      Arrays.fill(hopsBefore, -1);
      seen.forEach(copy -> copy.set(source));
      levels.forEach(copy -> copy.add(new IntList()));
      levels.get(passage.needed() ? BEFORE : AFTER).getFirst().add(source);
      BitRow unmarked = BitRow.full(engine.classes());
      for (int hops = 0; hops < passage.longest() && hasEndpoints(hops); hops++) {
        Deadline.check();
        levels.forEach(copy -> copy.add(new IntList()));
        markTargets(hops, unmarked);
        for (int copy = BEFORE; copy <= AFTER; copy++) {
          step(copy, hops);
        }
      }
    }

    private boolean hasEndpoints(int hops) {
      return !levels.get(BEFORE).get(hops).isEmpty() || !levels.get(AFTER).get(hops).isEmpty();
    }

    private void markTargets(int hops, BitRow unmarked) {
      IntList level = levels.get(AFTER).get(hops);
      for (int i = 0; i < level.size(); i++) {
        BitRow row = last.row(engine.classOf(level.get(i))).copy();
        row.and(unmarked);
        for (int c = row.next(0); c >= 0; c = row.next(c + 1)) {
          hopsBefore[c] = hops;
          nearest[c] = level.get(i);
        }
        unmarked.andNot(row);
        reached.or(row);
      }
    }

    private void step(int copy, int hops) {
      IntList level = levels.get(copy).get(hops);
      for (int i = 0; i < level.size(); i++) {
        int from = level.get(i);
        BitRow row = connections.row(engine.classOf(from)).copy();
        // A path never returns from AFTER to BEFORE.
        BitRow reachable = open.get(AFTER).copy();
        if (copy == BEFORE) {
          reachable.or(open.get(BEFORE));
        }
        row.and(reachable);
        for (int c = row.next(0); c >= 0; c = row.next(c + 1)) {
          visit(from, c, copy, hops + 1);
        }
      }
    }

    private void visit(int from, int c, int copy, int hops) {
      IntList members = relays.get(c);
      for (int i = 0; i < members.size(); i++) {
        int end = members.get(i);
        if (end != from) {
          int to = copy == AFTER || passage.via().get(end) ? AFTER : BEFORE;
          if (!seen.get(to).get(end)) {
            seen.get(to).set(end);
            levels.get(to).get(hops).add(end);
          }
        }
      }
      for (int to = BEFORE; to <= AFTER; to++) {
        if (isVisited(members, to)) {
          open.get(to).clear(c);
        }
      }
    }

    private boolean isVisited(IntList members, int copy) {
      for (int i = 0; i < members.size(); i++) {
        boolean reachable = copy == AFTER || !passage.via().get(members.get(i));
        if (reachable && !seen.get(copy).get(members.get(i))) {
          return false;
        }
      }
      return true;
    }

    /**
     * Returns the classes to which a last hop leads. All endpoints that a path leads to are members
     * of them; a member may have no path if it is the only endpoint from which the hop leaves.
     */
    public BitRow reached() {
      return reached;
    }

    /**
     * Returns the number of hops of the shortest path to {@code target}; empty if there is no path.
     */
    public OptionalInt hops(int target) {
      int before = hopsBefore[engine.classOf(target)];
      if (before < 0 || target == source) {
        return OptionalInt.empty();
      }
      if (nearest[engine.classOf(target)] != target) {
        return OptionalInt.of(before + 1);
      }
      for (int hops = before; hops < levels.get(AFTER).size(); hops++) {
        if (hops < passage.longest() && !leadingTo(target, last, AFTER, hops).isEmpty()) {
          return OptionalInt.of(hops + 1);
        }
      }
      return OptionalInt.empty();
    }

    /** Returns the endpoints of a level from which {@code relation} leads to {@code end}. */
    private IntList leadingTo(int end, BitMatrix relation, int copy, int hops) {
      IntList leading = new IntList();
      IntList level = levels.get(copy).get(hops);
      for (int i = 0; i < level.size(); i++) {
        int from = level.get(i);
        if (from != end && relation.get(engine.classOf(from), engine.classOf(end))) {
          leading.add(from);
        }
      }
      return leading;
    }

    /**
     * Returns shortest paths to {@code target}, each as its endpoints in order.
     *
     * @param most the maximum number of paths
     */
    public List<List<Integer>> paths(int target, int most) {
      List<List<Integer>> found = new ArrayList<>();
      OptionalInt hops = hops(target);
      if (hops.isPresent()) {
        int before = hops.getAsInt() - 1;
        IntList leading = leadingTo(target, last, AFTER, before);
        for (int i = 0; i < leading.size(); i++) {
          addPathsTo(leading.get(i), AFTER, before, List.of(target), most, found);
        }
      }
      return found;
    }

    private void addPathsTo(
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
      boolean entersSecondCopy = passage.needed() && copy == AFTER && passage.via().get(end);
      for (int earlier = entersSecondCopy ? BEFORE : copy; earlier <= copy; earlier++) {
        IntList leading = leadingTo(end, connections, earlier, hops - 1);
        for (int i = 0; i < leading.size(); i++) {
          addPathsTo(leading.get(i), earlier, hops - 1, path, most, found);
        }
      }
    }
  }
}
