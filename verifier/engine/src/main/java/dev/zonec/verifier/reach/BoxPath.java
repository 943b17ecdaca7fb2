package dev.zonec.verifier.reach;

import java.util.List;

/**
 * A path before its endpoints are chosen.
 *
 * @param ends for each endpoint on the way, the boxes that it may be in; one more than steps
 * @param steps the steps between them
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
