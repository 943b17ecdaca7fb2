package dev.zonec.verifier.semantics;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.Transport;
import java.util.Optional;

/**
 * Whether a port entry matches.
 *
 * @param reading how undefined points are resolved
 * @param destination the destination pod, whose containers name ports for egress rules too
 */
record PortMatching(Reading reading, Optional<Endpoint.Pod> destination) {
  boolean matches(PortClause clause, Transport.Ported transport) {
    if (clause.protocol() != transport.protocol()) {
      return false;
    }
    return switch (clause) {
      case PortClause.AllPorts all -> true;
      case PortClause.Numbered numbered -> numbered.range().contains(transport.port());
      case PortClause.Named named ->
          destination.isPresent()
              && destination.get().namedPorts().stream()
                  .anyMatch(port -> isCalled(port, named, transport));
    };
  }

  private boolean isCalled(NamedPort port, PortClause.Named named, Transport.Ported transport) {
    boolean counts = !port.sidecar() || reading.isPermissive(Knob.SIDECAR_NAMED_PORTS);
    return counts
        && port.name().equals(named.name())
        && port.protocol() == named.protocol()
        && port.port() == transport.port();
  }
}
