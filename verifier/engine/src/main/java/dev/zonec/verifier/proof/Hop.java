package dev.zonec.verifier.proof;

import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.smt.Witness;

/**
 * A connection of a counterexample.
 *
 * @param from the source
 * @param to the destination
 * @param family the address family
 * @param transport the protocol and port
 * @param decision the decision of the concrete semantics, with its reasons
 */
public record Hop(Witness from, Witness to, Family family, Transport transport, Decision decision) {
  /** Returns the connection. */
  public Connection connection() {
    return new Connection(from.endpoint(), to.endpoint(), family, transport);
  }
}
