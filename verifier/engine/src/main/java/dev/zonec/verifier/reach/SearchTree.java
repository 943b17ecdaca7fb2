package dev.zonec.verifier.reach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The result of a {@link StepSearch} from some starts. The steps that were taken form a tree: the
 * parent of a step is the step after which it was taken.
 */
public final class SearchTree {
  /** The parent of a step that was not taken. */
  static final int NOT_TAKEN = -2;

  /** The parent of a step from a start. */
  static final int FROM_START = -1;

  private final BoxSpace space;
  private final List<Step> steps;
  private final List<Box> starts;
  private final List<Box> relays;
  private final List<Integer> order;
  private final int[] depth;
  private final int[] parent;

  SearchTree(
      BoxSpace space,
      List<Step> steps,
      List<Box> starts,
      List<Box> relays,
      List<Integer> order,
      int[] depth,
      int[] parent) {
    this.space = space;
    this.steps = steps;
    this.starts = starts;
    this.relays = relays;
    this.order = order;
    this.depth = depth;
    this.parent = parent;
  }

  /** Returns the ends that at least one step leads to. */
  public List<Box> reached() {
    return reachedWithin(Integer.MAX_VALUE);
  }

  /** Returns the ends that at least one and at most {@code hops} steps lead to. */
  public List<Box> reachedWithin(int hops) {
    List<Box> boxes = new ArrayList<>();
    for (int step : order) {
      if (depth[step] <= hops) {
        boxes.add(steps.get(step).destination());
      }
    }
    return space.withoutContained(boxes);
  }

  /** Returns a shortest path to an end in {@code targets}, if there is one. */
  public Optional<BoxPath> shortestTo(List<Box> targets) {
    for (int step : order) {
      List<Box> arrival = space.and(targets, List.of(steps.get(step).destination()));
      if (!arrival.isEmpty()) {
        return Optional.of(path(step, arrival));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the path from a start over the parents of {@code lastStep}. Each end on the way is in
   * the destinations of one step, in the relays, and in the sources of the next step.
   */
  private BoxPath path(int lastStep, List<Box> arrival) {
    Deque<Step> taken = new ArrayDeque<>();
    Deque<List<Box>> ends = new ArrayDeque<>();
    ends.addFirst(arrival);
    int at = lastStep;
    while (parent[at] != FROM_START) {
      Step step = steps.get(at);
      taken.addFirst(step);
      List<Box> before = space.and(List.of(steps.get(parent[at]).destination()), relays);
      ends.addFirst(space.and(before, List.of(step.source())));
      at = parent[at];
    }
    taken.addFirst(steps.get(at));
    ends.addFirst(space.and(starts, List.of(steps.get(at).source())));
    return new BoxPath(List.copyOf(ends), List.copyOf(taken));
  }
}
