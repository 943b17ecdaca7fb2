package dev.zonec.verifier.reach;

import dev.zonec.model.net.PortRange;
import java.util.List;

/** The ports that an example shows where many would do. */
public final class WellKnownPorts {
  /** The most telling first. */
  public static final List<Integer> ALL = List.of(443, 80, 8080);

  private WellKnownPorts() {}

  /** A port of {@code range}: a familiar one, else the first. */
  public static int in(PortRange range) {
    return in(List.of(range));
  }

  /** A port of {@code ranges}, of which there is at least one: a familiar one, else the first. */
  public static int in(List<PortRange> ranges) {
    return ALL.stream()
        .filter(port -> ranges.stream().anyMatch(range -> range.contains(port)))
        .findFirst()
        .orElse(ranges.getFirst().first());
  }
}
