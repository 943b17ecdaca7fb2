package dev.zonec.verifier.why;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.PortRanges;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.OpenPorts;
import dev.zonec.verifier.query.PortDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The connections that a change has to allow, between two ends on some ports. An end can be a range
 * of addresses.
 *
 * @param from the source
 * @param seen the sources that policies may see in its place; under MUST, all of them have to be
 *     admitted
 * @param to the destination
 * @param ports the ports
 */
record Goal(AnswerEnd from, List<Endpoint> seen, AnswerEnd to, OpenPorts ports) {
  /** Copies the list. */
  Goal {
    seen = List.copyOf(seen);
  }

  /** The maximum number of blocks in a rule; a longer rule would be of no help. */
  private static final int MOST_BLOCKS = 16;

  /**
   * Returns the goal for {@code connections}.
   *
   * @param allPorts whether the goal includes all of their ports, rather than the port of the
   *     example
   */
  static Goal of(PortDecision connections, boolean allPorts) {
    return new Goal(
        narrowed(connections.from(), connections.example().source()),
        connections.seen(),
        narrowed(connections.to(), connections.example().destination()),
        allPorts ? connections.ports() : only(connections.example().transport()));
  }

  private static OpenPorts only(Transport transport) {
    return transport instanceof Transport.Ported(Protocol protocol, int port)
        ? OpenPorts.of(Map.of(protocol, List.of(new PortRange(port, port))))
        : OpenPorts.of(Map.of());
  }

  /**
   * Returns {@code end}, or the address {@code shown} alone if a rule would need too many blocks
   * for the whole range.
   */
  private static AnswerEnd narrowed(AnswerEnd place, Endpoint shown) {
    if (shown instanceof Endpoint.External(IpAddress address)
        && (place.blocks().isEmpty() || place.blocks().size() > MOST_BLOCKS)) {
      return new AnswerEnd(shown, address.toString(), List.of(Cidr.only(address)));
    }
    return place;
  }

  /** Returns the ports as clauses of rules. */
  List<PortClause> clauses() {
    List<PortClause> clauses = new ArrayList<>();
    ports.ranges().forEach((protocol, some) -> clauses.addAll(some.clauses(protocol)));
    return clauses;
  }

  /** Whether {@code context} allows all connections of the goal. */
  boolean isMet(DecisionContext context) {
    return denied(context).isEmpty();
  }

  /**
   * Returns a connection of the goal that {@code context} does not allow. It checks the first and
   * the last address of each block, and the first, the last and the named ports of each range.
   */
  Optional<Connection> denied(DecisionContext context) {
    for (Endpoint source : sources(context)) {
      for (Endpoint destination : ends(to)) {
        for (Transport transport : transports()) {
          Deadline.check();
          Optional<Connection> denied = denied(context, source, destination, transport);
          if (denied.isPresent()) {
            return denied;
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Returns a denied connection. Under MAY, the connection has to be allowed in one address family;
   * under MUST, in each.
   */
  private static Optional<Connection> denied(
      DecisionContext context, Endpoint source, Endpoint destination, Transport transport) {
    List<Connection> denied = new ArrayList<>();
    for (Family family : Connection.families(source, destination)) {
      Connection connection = new Connection(source, destination, family, transport);
      if (!context.decide(connection).isAllowed()) {
        denied.add(connection);
      } else if (context.reading().permissive()) {
        return Optional.empty();
      }
    }
    return denied.stream().findFirst();
  }

  /**
   * Returns the sources that have to be admitted; under MAY, the ends of {@code from} are enough.
   */
  private List<Endpoint> sources(DecisionContext context) {
    List<Endpoint> sources = new ArrayList<>(ends(from));
    if (!context.reading().permissive()) {
      sources.addAll(seen);
    }
    return sources.stream().distinct().toList();
  }

  private static List<Endpoint> ends(AnswerEnd place) {
    List<Endpoint> ends = new ArrayList<>(List.of(place.endpoint()));
    for (Cidr block : place.blocks()) {
      ends.add(new Endpoint.External(new IpAddress(block.family(), block.first())));
      ends.add(new Endpoint.External(new IpAddress(block.family(), block.last())));
    }
    return ends.stream().distinct().toList();
  }

  /**
   * Returns the first and the last port of each range, and the ports that the destination gives a
   * name.
   */
  private List<Transport> transports() {
    List<Transport> out = new ArrayList<>();
    ports
        .ranges()
        .forEach(
            (protocol, ranges) ->
                numbers(protocol, ranges)
                    .forEach(port -> out.add(new Transport.Ported(protocol, port))));
    return out;
  }

  private TreeSet<Integer> numbers(Protocol protocol, PortRanges ranges) {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (PortRange range : ranges.ranges()) {
      numbers.add(range.first());
      numbers.add(range.last());
    }
    if (to.endpoint() instanceof Endpoint.Pod pod) {
      for (NamedPort named : pod.namedPorts()) {
        if (named.protocol() == protocol && ranges.contains(named.port())) {
          numbers.add(named.port());
        }
      }
    }
    return numbers;
  }
}
