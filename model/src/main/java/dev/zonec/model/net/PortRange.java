package dev.zonec.model.net;

/**
 * The ports from {@code first} to {@code last}, both included.
 *
 * @param first the first port, 1 to 65535
 * @param last the last port, not below {@code first} and at most 65535
 */
public record PortRange(int first, int last) implements Comparable<PortRange> {
  /** Every port. */
  public static final PortRange ALL = new PortRange(1, 65535);

  /** Rejects numbers that are not ports. */
  public PortRange {
    if (first < 1 || last > 65535 || last < first) {
      throw new IllegalArgumentException("not a port range: " + first + "-" + last);
    }
  }

  /** Whether the range contains {@code port}. */
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
