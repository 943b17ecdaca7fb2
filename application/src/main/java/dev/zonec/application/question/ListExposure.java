package dev.zonec.application.question;

import dev.zonec.verifier.exposure.Exposure;
import dev.zonec.verifier.exposure.ExposureEngine;
import java.util.List;

/** Lists which endpoints the policies of each workload let through. */
public record ListExposure(QuestionRequest request) {
  /**
   * The answer.
   *
   * @param exact whether no line says more than the policies let through
   */
  public record Exposures(List<Exposure> exposures, boolean exact) {}

  /** Reads the inputs and lists the exposure. */
  public QuestionOutcome<Exposures> outcome() {
    return QuestionInputs.list(
        request,
        (inputs, about) -> {
          ExposureEngine engine =
              new ExposureEngine(about.read().world(), inputs.program(), inputs.reading());
          List<Exposure> exposures = engine.exposures();
          return new QuestionOutcome.Answered<>(
              about, new Exposures(exposures, engine.exact()), List.of());
        });
  }
}
