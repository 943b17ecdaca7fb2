package dev.zonec.model.program;

import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.Service;
import dev.zonec.model.net.Transport;

/**
 * The intent of a program: which connections it declares.
 *
 * <p>This is the direct implementation of the language's definition. Tests compare the symbolic
 * encoding with it.
 *
 * @param program the program
 */
public record Intent(ZoneProgram program) {
  /**
   * Whether an end of the connection is in a zone. The program makes no statement about other
   * connections.
   */
  public boolean concerns(Connection connection) {
    return inZone(connection.source()) || inZone(connection.destination());
  }

  /**
   * Whether the program declares the connection. It does if both ends are the same pod, or if both
   * ends permit it. An end permits it if no zone with this end denies the direction, or if a flow
   * permits it at this end.
   */
  public boolean declares(Connection connection) {
    if (connection.source() instanceof Endpoint.Pod pod && pod.isSame(connection.destination())) {
      return true;
    }
    return agreesToOpen(connection) && agreesToAccept(connection);
  }

  private boolean agreesToOpen(Connection connection) {
    return program.zones().stream()
            .noneMatch(zone -> zone.denied().egress() && zone.contains(connection.source()))
        || program.flows().stream()
            .anyMatch(flow -> flow.opensEgress() && covers(flow, connection));
  }

  private boolean agreesToAccept(Connection connection) {
    return program.zones().stream()
            .noneMatch(zone -> zone.denied().ingress() && zone.contains(connection.destination()))
        || program.flows().stream()
            .anyMatch(flow -> flow.opensIngress() && covers(flow, connection));
  }

  private boolean inZone(Endpoint endpoint) {
    return program.zones().stream().anyMatch(zone -> zone.contains(endpoint));
  }

  /** Whether the ends of the connection belong to {@code flow}, and the flow opens its port. */
  public static boolean covers(Flow flow, Connection connection) {
    return flow.from().contains(connection.source())
        && flow.to().contains(connection.destination())
        && opens(flow.service(), connection.transport(), connection.destination());
  }

  /** Whether {@code service} includes {@code transport} at {@code destination}. */
  public static boolean opens(Service service, Transport transport, Endpoint destination) {
    return switch (service) {
      case Service.Anything() -> true;
      case Service.Listed(var clauses) ->
          clauses.stream().anyMatch(clause -> opens(clause, transport, destination));
    };
  }

  private static boolean opens(PortClause clause, Transport transport, Endpoint destination) {
    if (!(transport instanceof Transport.Ported ported) || ported.protocol() != clause.protocol()) {
      return false;
    }
    return switch (clause) {
      case PortClause.AllPorts all -> true;
      case PortClause.Numbered numbered -> numbered.range().contains(ported.port());
      case PortClause.Named named -> names(destination, named, ported);
    };
  }

  private static boolean names(
      Endpoint destination, PortClause.Named named, Transport.Ported ported) {
    return destination instanceof Endpoint.Pod pod
        && pod.namedPorts().stream().anyMatch(port -> isNamed(port, named, ported.port()));
  }

  /**
   * Whether the port has the name and the number. The program means port names of all containers,
   * whether or not policies see them.
   */
  private static boolean isNamed(NamedPort port, PortClause.Named named, int number) {
    return port.name().equals(named.name())
        && port.protocol() == named.protocol()
        && port.port() == number;
  }
}
