package dev.zonec.verifier.query;

import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.verifier.semantics.Decision;
import java.util.List;
import java.util.Optional;

/**
 * The ports from one end to another that are allowed, or denied, for the same reasons.
 *
 * @param from the source
 * @param to the destination
 * @param ports the ports
 * @param seen the sources that policies may see; the example has one of them. It is {@code from}
 *     alone if policies see the caller
 * @param example a connection on one of the ports
 * @param decision the decision of the concrete semantics for the example, and so for all of the
 *     ports
 * @param call the Service that the caller connects to; empty if the caller uses the destination's
 *     own address
 */
public record PortDecision(
    AnswerEnd from,
    AnswerEnd to,
    OpenPorts ports,
    List<Endpoint> seen,
    Connection example,
    Decision decision,
    Optional<ServiceCall> call)
    implements ConnectionOutcome {
  /** Copies the list. */
  public PortDecision {
    seen = List.copyOf(seen);
  }

  /** Returns these ports for a caller that connects through {@code other}. */
  PortDecision withCall(ServiceCall other) {
    return new PortDecision(from, to, ports, seen, example, decision, Optional.of(other));
  }
}
