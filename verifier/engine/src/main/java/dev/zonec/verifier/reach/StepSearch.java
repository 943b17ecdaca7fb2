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
 * A breadth-first search over the steps of a relation. It finds the ends that one or more steps
 * lead to.
 *
 * <p>Every source of a step reaches every destination of the step. A path therefore continues from
 * a step to each step whose sources overlap its destinations, restricted to relays. Invariant:
 * after round n, the steps that were taken are exactly the steps that can be the i-th step of a
 * path, for some i up to n. The destinations of these steps thus contain every end that a path of
 * at most n steps leads to, and no other end. The first step that leads to a target is the last
 * step of a shortest path.
 *
 * <p>Steps with the same source are taken together, and each step is taken at most once. The search
 * from the destinations of a step is done once for each different box.
 */
public final class StepSearch {
  private final BoxSpace space;
  private final List<Step> steps;
  private final boolean exact;
  private final Deadline deadline;
  private final List<Box> sources;
  private final List<List<Integer>> bySource;
  private final BoxIndex index;

  /**
   * @param space the space of the boxes
   * @param relation the steps
   */
  public StepSearch(BoxSpace space, Relation relation) {
    this(space, relation, Deadline.never());
  }

  /** Searches until {@code deadline}. Results that are found after it must not be used. */
  public StepSearch(BoxSpace space, Relation relation, Deadline deadline) {
    this.deadline = deadline;
    this.space = space;
    this.steps = relation.steps();
    this.exact = relation.exact();
    Map<Box, List<Integer>> stepsOf = new LinkedHashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      stepsOf.computeIfAbsent(steps.get(i).source(), source -> new ArrayList<>(1)).add(i);
    }
    this.sources = List.copyOf(stepsOf.keySet());
    this.bySource = List.copyOf(stepsOf.values());
    this.index = new BoxIndex(space, sources);
  }

  /** Returns whether the steps are listed. If not, no result of this search may be used. */
  public boolean exact() {
    return exact;
  }

  /**
   * Returns the steps that can be reached from {@code starts}.
   *
   * @param starts the starts of paths
   * @param relays the ends that paths can pass through
   * @param maxSteps the maximal number of steps of a path
   */
  public SearchTree from(List<Box> starts, List<Box> relays, int maxSteps) {
    Search search = new Search(maxSteps);
    search.take(starts, 1, SearchTree.FROM_START);
    search.run(relays);
    return new SearchTree(space, steps, starts, relays, search.order, search.depth, search.parent);
  }

  /**
   * One search. {@code ahead} contains the numbers of the sources whose steps are not taken yet.
   */
  private final class Search {
    private final int maxSteps;
    private final int[] depth = new int[steps.size()];
    private final int[] parent = new int[steps.size()];
    private final Deque<Integer> queue = new ArrayDeque<>();
    private final List<Integer> order = new ArrayList<>();
    private final BitSet ahead = new BitSet();

    Search(int maxSteps) {
      this.maxSteps = maxSteps;
      Arrays.fill(parent, SearchTree.NOT_TAKEN);
      ahead.set(0, sources.size());
    }

    void run(List<Box> relays) {
      Set<Box> expanded = new HashSet<>();
      while (!queue.isEmpty() && !deadline.passed()) {
        int at = queue.remove();
        Box destination = steps.get(at).destination();
        if (depth[at] < maxSteps && expanded.add(destination)) {
          take(space.and(List.of(destination), relays), depth[at] + 1, at);
        }
      }
    }

    void take(List<Box> from, int steps, int parentStep) {
      BitSet taken = new BitSet();
      for (Box box : from) {
        BitSet candidates = index.candidates(box);
        candidates.and(ahead);
        candidates.stream()
            .filter(source -> space.and(box, sources.get(source)).isPresent())
            .forEach(
                source -> {
                  ahead.clear(source);
                  bySource.get(source).forEach(taken::set);
                });
      }
      taken.stream()
          .forEach(
              step -> {
                depth[step] = steps;
                parent[step] = parentStep;
                queue.add(step);
                order.add(step);
              });
    }
  }
}
