package dev.zonec.verifier.smt;

import dev.zonec.model.net.Family;
import dev.zonec.model.net.Transport;
import java.util.List;

/** The answer to the question whether a formula can be true. */
public sealed interface Outcome {
  /** No connection satisfies the formula, whichever pods exist. */
  record Impossible() implements Outcome {}

  /**
   * A connection satisfies the formula.
   *
   * @param source the source of the connection
   * @param worn for each label in {@code Vocabulary.podKeys}, the value that policies see at the
   *     source; without labels that can be set, the value of the source
   * @param destination the destination of the connection
   * @param family the address family
   * @param transport the protocol and port
   */
  record Possible(
      Witness source, List<Integer> worn, Witness destination, Family family, Transport transport)
      implements Outcome {
    /** Copies the list. */
    public Possible {
      worn = List.copyOf(worn);
    }
  }

  /**
   * The solver gave no answer.
   *
   * @param reason the reason, as a clause
   */
  record Unknown(String reason) implements Outcome {}
}
