package dev.zonec.verifier.reach;

import dev.zonec.model.net.PortRange;
import java.util.List;

/** The ports that counterexamples and examples prefer. */
public final class WellKnownPorts {
  /** The ports, the preferred first. */
  public static final List<Integer> ALL = List.of(443, 80, 8080);

  private WellKnownPorts() {}

  /** Returns a well-known port of {@code range}, or its first port if there is none. */
  public static int in(PortRange range) {
    return in(List.of(range));
  }

  /**
   * Returns a well-known port of {@code ranges}, or the first port if there is none. There must be
   * at least one range.
   */
  public static int in(List<PortRange> ranges) {
    return ALL.stream()
        .filter(port -> ranges.stream().anyMatch(range -> range.contains(port)))
        .findFirst()
        .orElse(ranges.getFirst().first());
  }
}
