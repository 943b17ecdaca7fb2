package dev.zonec.verifier.proof;

import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.smt.Witness;

/**
 * One connection of a counterexample.
 *
 * @param from who calls
 * @param to who is called
 * @param family over which family
 * @param transport on what
 * @param decision what the concrete semantics says of it, with its reasons
 */
public record Hop(Witness from, Witness to, Family family, Transport transport, Decision decision) {
  /** The connection itself. */
  public Connection connection() {
    return new Connection(from.endpoint(), to.endpoint(), family, transport);
  }
}
