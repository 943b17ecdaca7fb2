package dev.zonec.model.program;

import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.Service;
import dev.zonec.model.net.Transport;

/**
 * The intent relation of a program, on single connections.
 *
 * <p>This is the plain reading of the language; the symbolic encoding is tested against it.
 *
 * @param program the program
 */
public record Intent(ZoneProgram program) {
  /** Whether an end of the connection is in a zone, so that the program has a say. */
  public boolean concerns(Connection connection) {
    return inZone(connection.source()) || inZone(connection.destination());
  }

  /**
   * Whether the program declares the connection: both ends are the same pod, or both ends agree to
   * it. An end agrees if no zone denies it, or a flow that speaks for it covers the connection.
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

  /** Whether both ends belong to {@code flow}, and it opens the connection's port. */
  public static boolean covers(Flow flow, Connection connection) {
    return flow.from().contains(connection.source())
        && flow.to().contains(connection.destination())
        && opens(flow.service(), connection.transport(), connection.destination());
  }

  /** Whether {@code service}, asked of {@code destination}, includes {@code transport}. */
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

  /** Containers of every sort give names: a program means them all, whatever policies see. */
  private static boolean isNamed(NamedPort port, PortClause.Named named, int number) {
    return port.name().equals(named.name())
        && port.protocol() == named.protocol()
        && port.port() == number;
  }
}
