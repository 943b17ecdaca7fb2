package dev.zonec.checker.claim;

import dev.zonec.model.endpoint.Connection;
import java.util.Optional;

/** The result of checking one claim. */
public sealed interface Result {
  /**
   * The claim holds.
   *
   * @param obligations the number of violations that were shown to be impossible; for the
   *     connections between workloads, the number of connections that were evaluated
   */
  record Confirmed(long obligations) implements Result {}

  /**
   * The claim does not follow from the certificate.
   *
   * @param reason why, as a sentence without a full stop
   * @param connection a connection that violates what must be shown, if one was found
   */
  record Refused(String reason, Optional<Connection> connection) implements Result {
    /** Refuses without a connection. */
    public Refused(String reason) {
      this(reason, Optional.empty());
    }
  }

  /**
   * There is no answer.
   *
   * @param reason why, as part of a sentence
   */
  record Undecided(String reason) implements Result {}

  /** Whether the claim holds. */
  default boolean isConfirmed() {
    return this instanceof Confirmed;
  }
}
