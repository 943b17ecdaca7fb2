package dev.zonec.verifier.exposure;

import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxIndex;
import dev.zonec.verifier.reach.BoxSpace;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The declared workloads that policies can match, as boxes. */
final class MatchableWorkloads {
  private final BoxSpace space;
  private final List<Box.Pods> boxes;
  private final IntPredicate matchable;
  private final BoxIndex index;
  private final long count;

  /**
   * @param boxes the boxes of all workloads
   * @param matchable tells by its number whether a selector can match a workload
   */
  MatchableWorkloads(BoxSpace space, List<Box.Pods> boxes, IntPredicate matchable) {
    this.space = space;
    this.boxes = List.copyOf(boxes);
    this.matchable = matchable;
    this.index = new BoxIndex(space, boxes);
    this.count = IntStream.range(0, boxes.size()).filter(matchable).count();
  }

  /** Returns whether there is a workload other than {@code but}. */
  boolean hasOther(int but) {
    return count > (matchable.test(but) ? 1 : 0);
  }

  /** Returns whether a workload other than {@code but} is in {@code box}. */
  boolean isIn(Box box, int but) {
    return index.candidates(box).stream()
        .filter(workload -> workload != but)
        .filter(matchable)
        .anyMatch(workload -> space.and(boxes.get(workload), box).isPresent());
  }
}
