package dev.zonec.verifier.semantics;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;

/**
 * Whether a port clause admits a connection. A name stands for whatever ports of the destination
 * pod have it, in egress rules too; where the destination is no pod it stands for none.
 *
 * @param sidecars whether the named ports of sidecars count
 * @param destinationHasNames whether the destination is a pod to policies
 */
record PortMatch(boolean sidecars, boolean destinationHasNames) {
  /** Whether {@code clause} admits {@code transport} to {@code destination}. */
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
