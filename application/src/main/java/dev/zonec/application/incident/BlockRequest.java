package dev.zonec.application.incident;

import dev.zonec.application.question.QuestionRequest;
import dev.zonec.response.quarantine.Means;
import java.util.List;
import java.util.Optional;

/**
 * A request to block addresses and ports.
 *
 * @param targets addresses, blocks of addresses, and ports such as {@code tcp/445}; at least one
 * @param id the value of the label of new policies; empty for one that is derived from the targets
 * @param means the policies with which to block them
 */
public record BlockRequest(
    QuestionRequest question, List<String> targets, Optional<String> id, Means means) {
  /** Copies the list. */
  public BlockRequest {
    targets = List.copyOf(targets);
  }
}
