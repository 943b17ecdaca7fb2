package dev.zonec.verifier.reach;

import java.util.List;

/**
 * A path whose ends are not chosen yet.
 *
 * @param ends for each end of the path, the boxes that it can be in; one more than steps
 * @param steps the steps between the ends
 */
public record BoxPath(List<List<Box>> ends, List<Step> steps) {
  /** Copies the lists. */
  public BoxPath {
    ends = ends.stream().map(List::copyOf).toList();
    steps = List.copyOf(steps);
    if (ends.size() != steps.size() + 1) {
      throw new IllegalArgumentException("a path of n steps has n + 1 ends");
    }
  }
}
