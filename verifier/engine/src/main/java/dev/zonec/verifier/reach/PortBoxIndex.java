package dev.zonec.verifier.reach;

import dev.zonec.model.net.PortRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds boxes by their ports. They are sorted by their first port, and for each the highest port of
 * it and of all before it is kept. A search goes backwards from the last that begins in time, and
 * ends where none before it is long enough.
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

  /** The places of those that have a port of {@code range}, in order. */
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

  /** How many begin at {@code port} or before. */
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
