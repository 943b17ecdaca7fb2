package dev.zonec.model.net;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of port numbers. Sets with the same ports are equal.
 *
 * @param ranges ascending, disjoint and not adjacent ranges
 */
public record PortRanges(List<PortRange> ranges) {
  /** Sorts the ranges and joins ranges that overlap or touch. */
  public PortRanges {
    ranges = joined(ranges);
  }

  private static List<PortRange> joined(List<PortRange> ranges) {
    List<PortRange> out = new ArrayList<>();
    for (PortRange range : ranges.stream().sorted().toList()) {
      if (!out.isEmpty() && out.getLast().last() + 1 >= range.first()) {
        PortRange before = out.removeLast();
        out.add(new PortRange(before.first(), Math.max(before.last(), range.last())));
      } else {
        out.add(range);
      }
    }
    return List.copyOf(out);
  }

  /** Whether the set contains every port. */
  public boolean isAll() {
    return ranges.equals(List.of(PortRange.ALL));
  }

  /** Whether the set contains {@code port}. */
  public boolean contains(int port) {
    return ranges.stream().anyMatch(range -> range.contains(port));
  }

  /**
   * Returns the set as clauses of {@code protocol}: one clause for all ports, or one for each
   * range.
   */
  public List<PortClause> clauses(Protocol protocol) {
    return isAll()
        ? List.of(new PortClause.AllPorts(protocol))
        : ranges.stream()
            .<PortClause>map(range -> new PortClause.Numbered(protocol, range))
            .toList();
  }
}
