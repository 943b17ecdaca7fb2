package dev.zonec.verifier.reach;

import dev.zonec.diagnostics.deadline.Deadline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reachability by one or more steps, by breadth-first search.
 *
 * <p>Exact for the steps given: an endpoint is in {@link SearchTree#reached} iff some sequence of
 * steps leads to it from a start, every endpoint between lying in {@code relays}.
 */
public final class StepSearch {
  private final BoxSpace space;
  private final List<Step> steps;
  private final boolean exact;
  private final Deadline deadline;
  private final Map<Box, BitSet> bySource = new LinkedHashMap<>();

  /**
   * @param space the boxes' space
   * @param relation the relation
   */
  public StepSearch(BoxSpace space, Relation relation) {
    this(space, relation, Deadline.never());
  }

  /** The same; what it finds once {@code deadline} has passed is not to be used. */
  public StepSearch(BoxSpace space, Relation relation, Deadline deadline) {
    this.deadline = deadline;
    this.space = space;
    this.steps = relation.steps();
    this.exact = relation.exact();
    for (int i = 0; i < steps.size(); i++) {
      bySource.computeIfAbsent(steps.get(i).source(), source -> new BitSet()).set(i);
    }
  }

  /** Whether the steps are listed; else nothing that is found over them is to be used. */
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
  public SearchTree from(List<Box> starts, List<Box> relays, int within) {
    Search search = new Search(within);
    search.take(starts, 1, SearchTree.FROM_START);
    search.run(relays);
    return new SearchTree(space, steps, starts, relays, search.order, search.depth, search.cause);
  }

  /** Steps from one box are taken together, and no box is left twice: it leads nowhere new. */
  private final class Search {
    private final int within;
    private final int[] depth = new int[steps.size()];
    private final int[] cause = new int[steps.size()];
    private final Deque<Integer> queue = new ArrayDeque<>();
    private final List<Integer> order = new ArrayList<>();
    private final Map<Box, BitSet> ahead = new LinkedHashMap<>(bySource);

    Search(int within) {
      this.within = within;
      Arrays.fill(cause, SearchTree.NOT_TAKEN);
    }

    void run(List<Box> relays) {
      Set<Box> left = new HashSet<>();
      while (!queue.isEmpty() && !deadline.passed()) {
        int at = queue.remove();
        Box destination = steps.get(at).destination();
        if (depth[at] < within && left.add(destination)) {
          take(space.and(List.of(destination), relays), depth[at] + 1, at);
        }
      }
    }

    void take(List<Box> here, int steps, int why) {
      BitSet taken = new BitSet();
      ahead
          .entrySet()
          .removeIf(
              entry -> {
                boolean meets = space.intersects(here, entry.getKey());
                if (meets) {
                  taken.or(entry.getValue());
                }
                return meets;
              });
      taken.stream()
          .forEach(
              step -> {
                depth[step] = steps;
                cause[step] = why;
                queue.add(step);
                order.add(step);
              });
    }
  }
}
