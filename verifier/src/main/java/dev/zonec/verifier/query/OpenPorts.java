package dev.zonec.verifier.query;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Service;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Intent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Ports that are open.
 *
 * @param ranges for each protocol with an open port, its ranges: ascending, disjoint, not adjacent
 */
public record OpenPorts(Map<Protocol, List<PortRange>> ranges) {
  /** Copies the ranges. */
  public OpenPorts {
    EnumMap<Protocol, List<PortRange>> copy = new EnumMap<>(Protocol.class);
    ranges.forEach((protocol, list) -> copy.put(protocol, List.copyOf(list)));
    ranges = Collections.unmodifiableMap(copy);
  }

  /** Whether none is open. */
  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** Whether every port of every protocol is. */
  public boolean isEverything() {
    return ranges.size() == Protocol.values().length
        && ranges.values().stream().allMatch(list -> list.equals(List.of(PortRange.ALL)));
  }

  /** Those of single ports that {@code asked} includes, {@code to} being who is called. */
  OpenPorts within(Service asked, Endpoint to) {
    Map<Protocol, List<PortRange>> kept = new EnumMap<>(Protocol.class);
    ranges.forEach(
        (protocol, list) -> {
          List<PortRange> asks =
              list.stream()
                  .flatMap(range -> IntStream.rangeClosed(range.first(), range.last()).boxed())
                  .filter(port -> Intent.opens(asked, new Transport.Ported(protocol, port), to))
                  .map(port -> new PortRange(port, port))
                  .toList();
          if (!asks.isEmpty()) {
            kept.put(protocol, joined(asks));
          }
        });
    return new OpenPorts(kept);
  }

  /** {@code ranges} with neighbours joined. */
  static List<PortRange> joined(List<PortRange> ranges) {
    List<PortRange> out = new ArrayList<>();
    for (PortRange range : ranges) {
      if (!out.isEmpty() && out.getLast().last() + 1 == range.first()) {
        out.add(new PortRange(out.removeLast().first(), range.last()));
      } else {
        out.add(range);
      }
    }
    return out;
  }

  /** {@code tcp/80, tcp/8080-8090, udp}; {@code any} for everything. */
  @Override
  public String toString() {
    if (isEverything()) {
      return "any";
    }
    List<String> parts = new ArrayList<>();
    ranges.forEach(
        (protocol, list) -> {
          String word = protocol.name().toLowerCase(Locale.ROOT);
          for (PortRange range : list) {
            parts.add(range.equals(PortRange.ALL) ? word : word + "/" + range);
          }
        });
    return String.join(", ", parts);
  }
}
