package dev.zonec.verifier.reach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Reachability by one or more steps, by breadth-first search.
 *
 * <p>Exact for the steps given: an endpoint is in {@link Spread#reached} iff some sequence of steps
 * leads to it from a start, every endpoint between lying in {@code relays}.
 */
public final class Reach {
  private final BoxSpace space;
  private final List<Step> steps;
  private final boolean exact;

  /**
   * @param space the boxes' space
   * @param relation the relation
   */
  public Reach(BoxSpace space, Relation relation) {
    this.space = space;
    this.steps = relation.steps();
    this.exact = relation.exact();
  }

  /** Whether the relation is exact; else paths may lead over pairs that are not in it. */
  public boolean exact() {
    return exact;
  }

  /**
   * What can be reached from {@code starts}.
   *
   * @param starts where paths begin
   * @param relays what paths may pass through
   * @param within the most steps that are taken
   */
  public Spread from(List<Box> starts, List<Box> relays, int within) {
    int[] depth = new int[steps.size()];
    int[] cause = new int[steps.size()];
    Arrays.fill(cause, Spread.NOT_TAKEN);
    Deque<Integer> queue = new ArrayDeque<>();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      if (space.meets(starts, steps.get(i).source())) {
        depth[i] = 1;
        cause[i] = Spread.FROM_START;
        queue.add(i);
        order.add(i);
      }
    }
    while (!queue.isEmpty()) {
      int at = queue.remove();
      if (depth[at] >= within) {
        continue;
      }
      List<Box> here = space.and(List.of(steps.get(at).destination()), relays);
      for (int i = 0; i < steps.size(); i++) {
        if (cause[i] == Spread.NOT_TAKEN && space.meets(here, steps.get(i).source())) {
          depth[i] = depth[at] + 1;
          cause[i] = at;
          queue.add(i);
          order.add(i);
        }
      }
    }
    return new Spread(space, steps, starts, relays, order, depth, cause);
  }
}
