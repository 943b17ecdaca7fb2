package dev.zonec.verifier.diff;

import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.smt.Witness;

/**
 * A connection that two worlds decide differently. The concrete semantics evaluated it in both.
 *
 * @param from the source
 * @param to the destination
 * @param before the decision before the change
 * @param after the decision after the change
 */
public record ChangedConnection(
    Witness from, Witness to, Family family, Transport transport, Decision before, Decision after) {
  /** Returns the connection. */
  public Connection connection() {
    return new Connection(from.endpoint(), to.endpoint(), family, transport);
  }
}
