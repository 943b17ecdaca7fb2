package dev.zonec.verifier.smt;

import dev.zonec.model.net.Family;
import dev.zonec.model.net.Transport;

/** What came of asking whether a formula can be true. */
public sealed interface Outcome {
  /** No connection makes it true, whatever pods there are. */
  record Impossible() implements Outcome {}

  /**
   * This one does.
   *
   * @param source who calls
   * @param destination who is called
   * @param family over which family
   * @param transport on what
   */
  record Possible(Witness source, Witness destination, Family family, Transport transport)
      implements Outcome {}

  /** The solver gave no answer. */
  record Unknown(String reason) implements Outcome {}
}
