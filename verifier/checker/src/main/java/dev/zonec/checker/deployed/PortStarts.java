package dev.zonec.checker.deployed;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Service;
import dev.zonec.model.net.Transport;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The first port of each interval of ports that some clauses cannot tell apart, for each protocol.
 */
final class PortStarts {
  private final Map<Protocol, TreeSet<Integer>> starts = new EnumMap<>(Protocol.class);

  PortStarts() {
    for (Protocol protocol : Protocol.values()) {
      starts.put(protocol, new TreeSet<>(List.of(PortRange.ALL.first())));
    }
  }

  /** Adds the intervals of {@code clauses}; names are added with the pods that have them. */
  PortStarts add(Collection<PortClause> clauses) {
    for (PortClause clause : clauses) {
      if (clause instanceof PortClause.Numbered(Protocol protocol, PortRange range)) {
        add(protocol, range.first());
        add(protocol, range.last() + 1);
      }
    }
    return this;
  }

  PortStarts add(Service service) {
    return service instanceof Service.Listed(var clauses) ? add(clauses) : this;
  }

  PortStarts add(PortStarts other) {
    other.starts.forEach((protocol, some) -> at(protocol).addAll(some));
    return this;
  }

  /** Adds the ports that the end gives names to. */
  PortStarts addNamed(Endpoint end) {
    if (end instanceof Endpoint.Pod pod) {
      for (NamedPort port : pod.namedPorts()) {
        add(port.protocol(), port.port());
        add(port.protocol(), port.port() + 1);
      }
    }
    return this;
  }

  private void add(Protocol protocol, int port) {
    if (port <= PortRange.ALL.last()) {
      at(protocol).add(port);
    }
  }

  private Set<Integer> at(Protocol protocol) {
    return starts.computeIfAbsent(protocol, p -> new TreeSet<>());
  }

  /** Returns one transport for each interval. */
  List<Transport> transports() {
    List<Transport> all = new ArrayList<>();
    starts.forEach(
        (protocol, some) -> some.forEach(port -> all.add(new Transport.Ported(protocol, port))));
    return all;
  }

  /** Returns one transport for each set of {@code clauses} that a port can be in, without names. */
  static List<Transport> oneOfEach(List<PortClause> clauses) {
    Map<BitSet, Transport> distinct = new LinkedHashMap<>();
    for (Transport transport : new PortStarts().add(clauses).transports()) {
      BitSet in = new BitSet();
      for (int i = 0; i < clauses.size(); i++) {
        in.set(
            i,
            !(clauses.get(i) instanceof PortClause.Named)
                && transport instanceof Transport.Ported(Protocol protocol, int port)
                && clauses.get(i).protocol() == protocol
                && clauses.get(i).numbers().contains(port));
      }
      distinct.putIfAbsent(in, transport);
    }
    return List.copyOf(distinct.values());
  }
}
