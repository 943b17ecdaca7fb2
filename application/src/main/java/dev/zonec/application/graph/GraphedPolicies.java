package dev.zonec.application.graph;

import dev.zonec.application.baseline.Baseline;
import dev.zonec.application.input.ReadManifests;
import dev.zonec.application.question.QuestionInputs;
import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.application.verify.VariantVerification;
import dev.zonec.application.verify.VariantVerification.Preparation;
import dev.zonec.application.verify.Verify;
import dev.zonec.application.verify.VerifyRequest;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.origin.PolicyOrigins;
import java.util.List;

/** The policies that a graph is about: those that {@code verify} proves. */
sealed interface GraphedPolicies {
  /**
   * The program does not compile, so there are no planned policies.
   *
   * @param problems the reasons
   */
  record Rejected(List<Diagnostic> problems) implements GraphedPolicies {}

  /**
   * The policies.
   *
   * @param world the policies, and all other objects
   * @param program the program, with {@code foreach} statements written out
   * @param origins the origins of its policies
   * @param text which policies they are, such as {@code policies as written}
   */
  record Known(World world, ZoneProgram program, PolicyOrigins origins, String text)
      implements GraphedPolicies {}

  /** Returns the policies that were verified. */
  static GraphedPolicies of(VariantOutcome.Verified verified) {
    return new Known(
        verified.world(), verified.program(), verified.origins(), text(verified.planned()));
  }

  private static String text(boolean planned) {
    return planned ? "policies as planned" : "policies as written";
  }

  /**
   * Returns the policies of {@code read}.
   *
   * @param asWritten whether to leave out planned policies even if the manifests have no policy of
   *     the program
   */
  static GraphedPolicies of(QuestionInputs.Ready inputs, ReadManifests read, boolean asWritten) {
    if (!inputs.given()) {
      return new Known(read.world(), inputs.program(), PolicyOrigins.NONE, text(false));
    }
    VerifyRequest request =
        new VerifyRequest(
            inputs.request().program(),
            inputs.request().manifests(),
            asWritten
                ? VerifyRequest.Policies.AS_WRITTEN
                : VerifyRequest.Policies.PLAN_IF_NOT_WRITTEN,
            inputs.reading());
    Verify.Ready ready =
        new Verify.Ready(
            List.of(),
            List.of(),
            read,
            inputs.loaded().ends(),
            Baseline.NONE,
            List.of(inputs.variant()),
            inputs.sources(),
            request);
    return switch (new VariantVerification(ready, inputs.variant()).prepared(Deadline.current())) {
      case Preparation.Rejected(var problems) -> new Rejected(problems);
      case Preparation.Ready prepared ->
          new Known(
              prepared.verification().world(),
              prepared.verification().program(),
              prepared.origins(),
              text(prepared.planned()));
    };
  }
}
