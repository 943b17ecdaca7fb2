package dev.zonec.application.incident;

import dev.zonec.application.question.QuestionRequest;
import dev.zonec.response.quarantine.Means;
import java.util.List;
import java.util.Optional;

/**
 * A request to isolate pods.
 *
 * @param ends the ends to isolate, as questions name them; at least one
 * @param allowed the ends that may still open connections to them
 * @param id the value of the label of isolated pods; empty for one that is derived from the ends
 * @param means the policies with which to isolate them
 * @param keepLabels whether the pods keep their labels
 */
public record QuarantineRequest(
    QuestionRequest question,
    List<String> ends,
    List<String> allowed,
    Optional<String> id,
    Means means,
    boolean keepLabels) {
  /** Copies the lists. */
  public QuarantineRequest {
    ends = List.copyOf(ends);
    allowed = List.copyOf(allowed);
  }
}
