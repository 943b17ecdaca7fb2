package dev.zonec.verifier.query;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.PortRanges;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Service;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Intent;
import dev.zonec.verifier.closed.port.PortAtoms;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Ports that are open.
 *
 * @param ranges for each protocol with an open port, which ones
 */
public record OpenPorts(Map<Protocol, PortRanges> ranges) {
  /** Copies the map. */
  public OpenPorts {
    EnumMap<Protocol, PortRanges> copy = new EnumMap<>(Protocol.class);
    copy.putAll(ranges);
    ranges = Collections.unmodifiableMap(copy);
  }

  /** The ports of some ranges of each protocol, in any order. */
  public static OpenPorts of(Map<Protocol, List<PortRange>> ranges) {
    Map<Protocol, PortRanges> joined = new EnumMap<>(Protocol.class);
    ranges.forEach((protocol, some) -> joined.put(protocol, new PortRanges(some)));
    return new OpenPorts(joined);
  }

  /** Whether none is open. */
  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** Whether every port of every protocol is. */
  public boolean isEverything() {
    return ranges.size() == Protocol.values().length
        && ranges.values().stream().allMatch(PortRanges::isAll);
  }

  /** Whether {@code port} is open. */
  boolean contains(Protocol protocol, int port) {
    return ranges.containsKey(protocol) && ranges.get(protocol).contains(port);
  }

  /** The ports of some atoms. */
  static OpenPorts of(BitSet open, PortAtoms atoms) {
    Map<Protocol, List<PortRange>> ranges = new EnumMap<>(Protocol.class);
    for (int atom = open.nextSetBit(0); atom >= 0; atom = open.nextSetBit(atom + 1)) {
      PortAtoms.Atom some = atoms.ported().get(atom);
      ranges.computeIfAbsent(some.protocol(), protocol -> new ArrayList<>()).add(some.range());
    }
    return of(ranges);
  }

  /** Those of single ports that {@code asked} includes, {@code to} being who is called. */
  OpenPorts within(Service asked, Endpoint to) {
    Map<Protocol, List<PortRange>> kept = new EnumMap<>(Protocol.class);
    ranges.forEach(
        (protocol, list) -> {
          List<PortRange> asks =
              list.ranges().stream()
                  .flatMap(range -> IntStream.rangeClosed(range.first(), range.last()).boxed())
                  .filter(port -> Intent.opens(asked, new Transport.Ported(protocol, port), to))
                  .map(port -> new PortRange(port, port))
                  .toList();
          if (!asks.isEmpty()) {
            kept.put(protocol, asks);
          }
        });
    return of(kept);
  }

  /** As a program writes them, such as {@code tcp/8080-8090}; {@code any} for everything. */
  public List<String> words() {
    if (isEverything()) {
      return List.of("any");
    }
    List<String> words = new ArrayList<>();
    ranges.forEach(
        (protocol, some) -> some.clauses(protocol).forEach(clause -> words.add(clause.toString())));
    return words;
  }

  /** {@code tcp/80, tcp/8080-8090, udp}; {@code any} for everything. */
  @Override
  public String toString() {
    return String.join(", ", words());
  }
}
