package dev.zonec.verifier.semantics;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;

/**
 * Decides whether a port clause matches a connection. A port name stands for the ports of the
 * destination pod with this name, also in egress rules. It matches nothing if the destination is
 * not a pod.
 *
 * @param sidecars whether port names of sidecars count
 * @param destinationHasNames whether policies treat the destination as a pod
 */
record PortMatch(boolean sidecars, boolean destinationHasNames) {
  /** Whether {@code clause} matches {@code transport} at {@code destination}. */
  boolean matches(PortClause clause, Transport transport, Endpoint destination) {
    return switch (transport) {
      case Transport.Portless portless -> false;
      case Transport.Ported(Protocol protocol, int port) ->
          clause.protocol() == protocol
              && switch (clause) {
                case PortClause.AllPorts all -> true;
                case PortClause.Numbered(Protocol p, PortRange range) -> range.contains(port);
                case PortClause.Named named -> isNamed(named, port, destination);
              };
    };
  }

  private boolean isNamed(PortClause.Named clause, int port, Endpoint destination) {
    return destinationHasNames
        && destination instanceof Endpoint.Pod pod
        && pod.namedPorts().stream()
            .anyMatch(
                named ->
                    named.name().equals(clause.name())
                        && named.protocol() == clause.protocol()
                        && named.port() == port
                        && (sidecars || !named.sidecar()));
  }
}
