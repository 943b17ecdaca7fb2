package dev.zonec.verifier.reach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What a search from some starts took and reached. */
public final class SearchTree {
  static final int NOT_TAKEN = -2;
  static final int FROM_START = -1;

  private final BoxSpace space;
  private final List<Step> steps;
  private final List<Box> starts;
  private final List<Box> relays;
  private final List<Integer> order;
  private final int[] depth;
  private final int[] cause;

  SearchTree(
      BoxSpace space,
      List<Step> steps,
      List<Box> starts,
      List<Box> relays,
      List<Integer> order,
      int[] depth,
      int[] cause) {
    this.space = space;
    this.steps = steps;
    this.starts = starts;
    this.relays = relays;
    this.order = order;
    this.depth = depth;
    this.cause = cause;
  }

  /** Every endpoint that at least one step leads to. */
  public List<Box> reached() {
    return reachedWithin(Integer.MAX_VALUE);
  }

  /** Every endpoint that at most {@code hops} steps lead to. */
  public List<Box> reachedWithin(int hops) {
    List<Box> boxes = new ArrayList<>();
    for (int step : order) {
      if (depth[step] <= hops) {
        boxes.add(steps.get(step).destination());
      }
    }
    return space.withoutContained(boxes);
  }

  /** A shortest path to an endpoint of {@code targets}, if there is one. */
  public Optional<BoxPath> shortestTo(List<Box> targets) {
    for (int step : order) {
      List<Box> arrival = space.and(targets, List.of(steps.get(step).destination()));
      if (!arrival.isEmpty()) {
        return Optional.of(path(step, arrival));
      }
    }
    return Optional.empty();
  }

  /** Every endpoint on the way: in what arrives and in what goes on from there. */
  private BoxPath path(int lastStep, List<Box> arrival) {
    Deque<Step> taken = new ArrayDeque<>();
    Deque<List<Box>> ends = new ArrayDeque<>();
    ends.addFirst(arrival);
    int at = lastStep;
    while (cause[at] != FROM_START) {
      Step step = steps.get(at);
      taken.addFirst(step);
      List<Box> before = space.and(List.of(steps.get(cause[at]).destination()), relays);
      ends.addFirst(space.and(before, List.of(step.source())));
      at = cause[at];
    }
    taken.addFirst(steps.get(at));
    ends.addFirst(space.and(starts, List.of(steps.get(at).source())));
    return new BoxPath(List.copyOf(ends), List.copyOf(taken));
  }
}
