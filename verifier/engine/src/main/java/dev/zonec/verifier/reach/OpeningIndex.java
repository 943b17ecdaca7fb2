package dev.zonec.verifier.reach;

import dev.zonec.model.net.PortRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds openings by their ports. They are sorted by their first port, and for each the highest port
 * of it and of all before it is kept. A search goes backwards from the last that begins in time,
 * and ends where none before it is long enough.
 */
final class OpeningIndex {
  private final List<Opening> openings;
  private final int[] order;
  private final int[] highest;

  OpeningIndex(List<Opening> openings) {
    this.openings = openings;
    this.order =
        IntStream.range(0, openings.size())
            .boxed()
            .sorted(Comparator.comparingInt(at -> openings.get(at).range().first()))
            .mapToInt(at -> at)
            .toArray();
    this.highest = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      int last = openings.get(order[i]).range().last();
      highest[i] = i == 0 ? last : Math.max(last, highest[i - 1]);
    }
  }

  /** The places of those that have a port of {@code range}, in order. */
  List<Integer> meeting(PortRange range) {
    List<Integer> out = new ArrayList<>();
    for (int i = beginningBy(range.last()) - 1; i >= 0 && highest[i] >= range.first(); i--) {
      if (openings.get(order[i]).range().last() >= range.first()) {
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
      if (openings.get(order[middle]).range().first() <= port) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
