package dev.zonec.model.net;

/**
 * Ports from {@code first} to {@code last}, both in the range.
 *
 * @param first 1 to 65535
 * @param last not below {@code first}, at most 65535
 */
public record PortRange(int first, int last) implements Comparable<PortRange> {
  /** Every port. */
  public static final PortRange ALL = new PortRange(1, 65535);

  /** Refuses numbers that are no ports. */
  public PortRange {
    if (first < 1 || last > 65535 || last < first) {
      throw new IllegalArgumentException("not a port range: " + first + "-" + last);
    }
  }

  /** Whether {@code port} lies in it. */
  public boolean contains(int port) {
    return first <= port && port <= last;
  }

  @Override
  public int compareTo(PortRange other) {
    return first != other.first
        ? Integer.compare(first, other.first)
        : Integer.compare(last, other.last);
  }

  @Override
  public String toString() {
    return first == last ? Integer.toString(first) : first + "-" + last;
  }
}
