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
 * A set of ports on which connections are allowed.
 *
 * @param ranges the ranges of each protocol that has an open port
 */
public record OpenPorts(Map<Protocol, PortRanges> ranges) {
  /** No ports. */
  public static final OpenPorts NONE = new OpenPorts(Map.of());

  /** Copies the map. */
  public OpenPorts {
    EnumMap<Protocol, PortRanges> copy = new EnumMap<>(Protocol.class);
    copy.putAll(ranges);
    ranges = Collections.unmodifiableMap(copy);
  }

  /** Returns the ports of {@code ranges}, which may be in any order and may overlap. */
  public static OpenPorts of(Map<Protocol, List<PortRange>> ranges) {
    Map<Protocol, PortRanges> joined = new EnumMap<>(Protocol.class);
    ranges.forEach((protocol, some) -> joined.put(protocol, new PortRanges(some)));
    return new OpenPorts(joined);
  }

  /** Returns the first port, of which there must be one. */
  Transport first() {
    Map.Entry<Protocol, PortRanges> first = ranges.entrySet().iterator().next();
    return new Transport.Ported(first.getKey(), first.getValue().ranges().getFirst().first());
  }

  /** Whether no port is open. */
  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** Whether every port of every protocol is open. */
  public boolean isEverything() {
    return ranges.size() == Protocol.values().length
        && ranges.values().stream().allMatch(PortRanges::isAll);
  }

  /** Whether every port of {@code others} is open. */
  public boolean includes(OpenPorts others) {
    return others.ranges().entrySet().stream()
        .allMatch(
            each ->
                each.getValue().ranges().stream()
                    .allMatch(range -> includes(each.getKey(), range)));
  }

  private boolean includes(Protocol protocol, PortRange range) {
    return ranges.containsKey(protocol)
        && ranges.get(protocol).ranges().stream()
            .anyMatch(own -> own.first() <= range.first() && range.last() <= own.last());
  }

  /** Whether a port is open in both sets. */
  public boolean overlaps(OpenPorts others) {
    return others.ranges().entrySet().stream()
        .anyMatch(
            each ->
                each.getValue().ranges().stream()
                    .anyMatch(range -> overlaps(each.getKey(), range)));
  }

  private boolean overlaps(Protocol protocol, PortRange range) {
    return ranges.containsKey(protocol)
        && ranges.get(protocol).ranges().stream()
            .anyMatch(own -> own.first() <= range.last() && range.first() <= own.last());
  }

  /** Whether {@code port} is open. */
  public boolean contains(Protocol protocol, int port) {
    return ranges.containsKey(protocol) && ranges.get(protocol).contains(port);
  }

  /** Returns the ports of the atoms in {@code open}. */
  static OpenPorts of(BitSet open, PortAtoms atoms) {
    Map<Protocol, List<PortRange>> ranges = new EnumMap<>(Protocol.class);
    for (int atom = open.nextSetBit(0); atom >= 0; atom = open.nextSetBit(atom + 1)) {
      PortAtoms.Atom some = atoms.ported().get(atom);
      ranges.computeIfAbsent(some.protocol(), protocol -> new ArrayList<>()).add(some.range());
    }
    return of(ranges);
  }

  /**
   * Returns the ports of this set that the question's service {@code asked} includes, at the
   * destination {@code to}. This set must consist of few single ports.
   */
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

  /**
   * Returns the clauses of a program for these ports, such as {@code tcp/8080-8090}; {@code any}
   * for every port.
   */
  public List<String> words() {
    if (isEverything()) {
      return List.of("any");
    }
    List<String> words = new ArrayList<>();
    ranges.forEach(
        (protocol, some) -> some.clauses(protocol).forEach(clause -> words.add(clause.toString())));
    return words;
  }

  /** Returns text such as {@code tcp/80, tcp/8080-8090, udp}; {@code any} for every port. */
  @Override
  public String toString() {
    return String.join(", ", words());
  }
}
