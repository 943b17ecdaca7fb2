package dev.zonec.verifier.smt;

import dev.zonec.model.net.Family;
import dev.zonec.model.net.Transport;

/** The answer to the question whether a formula can be true. */
public sealed interface Outcome {
  /** No connection satisfies the formula, whichever pods exist. */
  record Impossible() implements Outcome {}

  /**
   * A connection satisfies the formula.
   *
   * @param source the source of the connection
   * @param destination the destination of the connection
   * @param family the address family
   * @param transport the protocol and port
   */
  record Possible(Witness source, Witness destination, Family family, Transport transport)
      implements Outcome {}

  /**
   * The solver gave no answer.
   *
   * @param reason the reason, as a clause
   */
  record Unknown(String reason) implements Outcome {}
}
