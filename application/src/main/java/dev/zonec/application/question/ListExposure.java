package dev.zonec.application.question;

import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.verifier.exposure.Exposure;
import dev.zonec.verifier.exposure.ExposureEngine;
import java.util.List;

/** Lists the peers that the policies of each workload admit. */
public record ListExposure(QuestionRequest request) {
  /**
   * The answer.
   *
   * @param exact whether every row contains only peers that the policies admit; otherwise some rows
   *     may contain more
   */
  public record Exposures(List<Exposure> exposures, boolean exact) {}

  /** Reads the inputs and lists the exposure. */
  public QuestionOutcome<Exposures> outcome() {
    return QuestionInputs.list(
        request,
        (inputs, about) -> {
          Progress.begin("listing the exposure");
          ExposureEngine engine =
              new ExposureEngine(about.read().world(), inputs.program(), inputs.reading());
          List<Exposure> exposures = engine.exposures();
          return new QuestionOutcome.Answered<>(
              about, new Exposures(exposures, engine.exact()), List.of());
        });
  }
}
