package dev.zonec.verifier.query;

import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.verifier.semantics.Decision;
import java.util.List;
import java.util.Optional;

/**
 * Ports from one place to another that are open, or closed, for the same reasons.
 *
 * @param from who would call
 * @param to who would be called
 * @param ports the ports
 * @param seen the sources that policies may see, if it is not known which; the example's is one
 * @param example a connection on one of them
 * @param decision what the semantics says of the example, and so of all of them
 * @param call what the calls go through; none where the caller uses the place's own address
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

  /** The same by way of {@code other}. */
  PortDecision withCall(ServiceCall other) {
    return new PortDecision(from, to, ports, seen, example, decision, Optional.of(other));
  }
}
