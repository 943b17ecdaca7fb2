package dev.zonec.verifier.why;

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
import dev.zonec.verifier.deadline.Deadline;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.OpenPorts;
import dev.zonec.verifier.query.PortDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a change has to allow: connections between two ends, each of which may be a range of
 * addresses, on some ports.
 *
 * @param from the caller
 * @param seen the sources that policies may see in its place: under MUST each has to pass
 * @param to the destination
 * @param ports the ports
 */
record Goal(AnswerEnd from, List<Endpoint> seen, AnswerEnd to, OpenPorts ports) {
  /** Copies the list. */
  Goal {
    seen = List.copyOf(seen);
  }

  /** With more blocks than this a rule is no help. */
  private static final int MOST_BLOCKS = 16;

  /**
   * What {@code reasons} are about.
   *
   * @param every whether all of their ports are asked for; else the example's stands for them
   */
  static Goal of(PortDecision connections, boolean every) {
    return new Goal(
        narrowed(connections.from(), connections.example().source()),
        connections.seen(),
        narrowed(connections.to(), connections.example().destination()),
        every ? connections.ports() : only(connections.example().transport()));
  }

  private static OpenPorts only(Transport transport) {
    return transport instanceof Transport.Ported(Protocol protocol, int port)
        ? OpenPorts.of(Map.of(protocol, List.of(new PortRange(port, port))))
        : OpenPorts.of(Map.of());
  }

  /** One address of a range that many blocks would be needed for. */
  private static AnswerEnd narrowed(AnswerEnd place, Endpoint shown) {
    if (shown instanceof Endpoint.External(IpAddress address)
        && (place.blocks().isEmpty() || place.blocks().size() > MOST_BLOCKS)) {
      return new AnswerEnd(shown, address.toString(), List.of(Cidr.only(address)));
    }
    return place;
  }

  /** The ports as clauses of rules. */
  List<PortClause> clauses() {
    List<PortClause> clauses = new ArrayList<>();
    ports.ranges().forEach((protocol, some) -> clauses.addAll(some.clauses(protocol)));
    return clauses;
  }

  /** Whether {@code situation} allows all of it. */
  boolean isMet(DecisionContext context) {
    return missed(context).isEmpty();
  }

  /** A connection that it asks for and that {@code situation} does not allow. */
  Optional<Connection> missed(DecisionContext context) {
    for (Endpoint source : sources(context)) {
      for (Endpoint destination : ends(to)) {
        for (Transport transport : transports()) {
          Deadline.check();
          Optional<Connection> missed = missed(context, source, destination, transport);
          if (missed.isPresent()) {
            return missed;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Under MAY one family has to carry it, under MUST each. */
  private static Optional<Connection> missed(
      DecisionContext context, Endpoint source, Endpoint destination, Transport transport) {
    List<Connection> denied = new ArrayList<>();
    for (Family family : families(source, destination)) {
      Connection connection = new Connection(source, destination, family, transport);
      if (!context.decide(connection).isAllowed()) {
        denied.add(connection);
      } else if (context.reading().permissive()) {
        return Optional.empty();
      }
    }
    return denied.stream().findFirst();
  }

  private static List<Family> families(Endpoint source, Endpoint destination) {
    List<Family> families = new ArrayList<>(List.of(Family.values()));
    for (Endpoint end : List.of(source, destination)) {
      if (end instanceof Endpoint.External(IpAddress address)) {
        families.removeIf(family -> family != address.family());
      }
    }
    return families;
  }

  /** Under MAY the example's source suffices. */
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

  /** The edges of the ports, and those among them that the destination names. */
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
