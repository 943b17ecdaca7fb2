package dev.zonec.verifier.reach;

import dev.zonec.model.net.PortRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds port boxes by their ranges.
 *
 * <p>The boxes are sorted by their first port. For each position, {@code highest} is the highest
 * port of the boxes up to this position. A search starts at the last box that begins before the end
 * of the range, goes backwards, and stops where no earlier box is long enough to reach the range.
 */
final class PortBoxIndex {
  private final List<PortBox> boxes;
  private final int[] order;
  private final int[] highest;

  PortBoxIndex(List<PortBox> boxes) {
    this.boxes = boxes;
    this.order =
        IntStream.range(0, boxes.size())
            .boxed()
            .sorted(Comparator.comparingInt(at -> boxes.get(at).range().first()))
            .mapToInt(at -> at)
            .toArray();
    this.highest = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      int last = boxes.get(order[i]).range().last();
      highest[i] = i == 0 ? last : Math.max(last, highest[i - 1]);
    }
  }

  /** Returns the indexes of the boxes that have a port in {@code range}, in ascending order. */
  List<Integer> intersecting(PortRange range) {
    List<Integer> out = new ArrayList<>();
    for (int i = beginningBy(range.last()) - 1; i >= 0 && highest[i] >= range.first(); i--) {
      if (boxes.get(order[i]).range().last() >= range.first()) {
        out.add(order[i]);
      }
    }
    out.sort(Comparator.naturalOrder());
    return out;
  }

  /** Returns the number of boxes whose first port is at most {@code port}. */
  private int beginningBy(int port) {
    int low = 0;
    int high = order.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (boxes.get(order[middle]).range().first() <= port) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
