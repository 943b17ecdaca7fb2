package dev.zonec.application.question;

import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.verifier.exposure.Exposure;
import dev.zonec.verifier.exposure.ExposureEngine;
import dev.zonec.verifier.exposure.ExposureGroup;
import java.util.List;

/**
 * Lists the peers that the policies of each workload admit.
 *
 * @param rows the workloads of a group
 */
public record ListExposure(QuestionRequest request, ListConnections.Rows rows) {
  /**
   * The answer.
   *
   * @param groups the workloads and their peers
   * @param joined whether workloads with the same peers are one group
   * @param exact whether every row contains only peers that the policies admit; otherwise some rows
   *     may contain more
   */
  public record Exposures(List<ExposureGroup> groups, boolean joined, boolean exact) {}

  /** Reads the inputs and lists the exposure. */
  public QuestionOutcome<Exposures> outcome() {
    return QuestionInputs.list(
        request,
        (inputs, about) -> {
          Progress.begin("listing the exposure");
          ExposureEngine engine =
              new ExposureEngine(about.read().world(), inputs.program(), inputs.reading());
          List<Exposure> exposures = engine.exposures();
          boolean joined = rows == ListConnections.Rows.CLASS;
          List<ExposureGroup> groups =
              joined ? ExposureGroup.of(exposures) : ExposureGroup.single(exposures);
          return new QuestionOutcome.Answered<>(
              about, new Exposures(groups, joined, engine.exact()), List.of());
        });
  }
}
