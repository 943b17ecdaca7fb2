package dev.zonec.application.accept;

import dev.zonec.application.verify.VerifyRequest;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A request to accept findings.
 *
 * @param verify the verification, with the baseline file if it exists
 * @param accepting how new findings are accepted; empty if only entries are removed that accept
 *     nothing
 */
public record AcceptRequest(VerifyRequest verify, Optional<Terms> accepting) {
  /**
   * The terms of an acceptance.
   *
   * @param reason why the findings are accepted
   * @param until the last day on which they are accepted
   */
  public record Terms(String reason, LocalDate until) {}
}
