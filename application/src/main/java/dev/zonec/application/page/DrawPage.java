package dev.zonec.application.page;

import dev.zonec.application.graph.DrawGraph;
import dev.zonec.application.graph.Graph;
import dev.zonec.application.graph.Subject;
import dev.zonec.application.input.Inputs;
import dev.zonec.application.input.OpenParameters;
import dev.zonec.application.question.QuestionInputs;
import dev.zonec.application.question.QuestionOutcome;
import dev.zonec.application.question.QuestionRequest;
import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.application.verify.VariantVerification;
import dev.zonec.application.verify.Verify;
import dev.zonec.application.verify.VerifyEntries;
import dev.zonec.application.verify.VerifyRequest;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.live.ReadExtent;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies a program and draws its zones.
 *
 * @param request the program and the manifests; the claims are proved under the permissive reading
 * @param asWritten whether the policies are those of the manifests only, as for {@link DrawGraph}
 */
public record DrawPage(QuestionRequest request, boolean asWritten) {
  /** Reads the inputs, proves the claims and draws the graph. */
  public PageOutcome outcome() {
    if (request.program().paths().isEmpty()) {
      return new PageOutcome.Lacking("a program");
    }
    if (!request.manifests().given()) {
      return new PageOutcome.Lacking("manifests");
    }
    VerifyRequest verify =
        new VerifyRequest(
            request.program(),
            request.manifests(),
            asWritten
                ? VerifyRequest.Policies.AS_WRITTEN
                : VerifyRequest.Policies.PLAN_IF_NOT_WRITTEN,
            request.reading().withPermissive(true));
    // Standard input can be read once only.
    return switch (Inputs.load(request.program(), request.manifests(), ReadExtent.ALL_OBJECTS)) {
      case Inputs.Unusable(var problems) -> new PageOutcome.Unusable(problems);
      case Inputs.Loaded loaded ->
          switch (Verify.of(loaded, verify)) {
            case Verify.Unusable(var problems, var files) -> new PageOutcome.Unusable(problems);
            case Verify.Ready ready when ready.variants().size() > 1 ->
                new PageOutcome.Unusable(List.of(OpenParameters.problem(ready.variants())));
            case Verify.Ready ready -> verified(loaded, ready);
          };
    };
  }

  private PageOutcome verified(Inputs.Loaded loaded, Verify.Ready ready) {
    VariantVerification verification = ready.verification(ready.variants().getFirst());
    return switch (verification.outcome(ofProofs())) {
      case VariantOutcome.Rejected(var problems) -> new PageOutcome.Unusable(problems);
      case VariantOutcome.Verified verified -> drawn(loaded, ready, verified);
    };
  }

  /**
   * Returns the time limit of the proofs: half of the remaining time. A page with verdicts that are
   * inconclusive is better than none.
   */
  private static Deadline ofProofs() {
    Deadline whole = Deadline.current();
    return whole.within(Duration.ofMillis(whole.remainingMillis() / 2));
  }

  private PageOutcome drawn(
      Inputs.Loaded loaded, Verify.Ready ready, VariantOutcome.Verified verified) {
    QuestionOutcome<Graph> outcome =
        new DrawGraph(request, new Subject.Everything(Optional.empty()), asWritten)
            .outcome(QuestionInputs.of(loaded, request), verified);
    return switch (outcome) {
      case QuestionOutcome.Unusable<Graph>(var problems) -> new PageOutcome.Unusable(problems);
      case QuestionOutcome.Malformed<Graph>(var problems) -> new PageOutcome.Unusable(problems);
      case QuestionOutcome.UnknownEnds<Graph>(var about, var problems) ->
          new PageOutcome.Unusable(problems);
      case QuestionOutcome.NoManifests<Graph> none -> new PageOutcome.Lacking("manifests");
      case QuestionOutcome.Unsuitable<Graph>(String reason) ->
          throw new IllegalStateException(reason);
      case QuestionOutcome.Answered<Graph>(var about, Graph graph, var missing) -> {
        VerifyEntries entries = VerifyEntries.of(ready);
        entries.verified("", ready, verified, verified.emptiness());
        Set<Diagnostic> problems = new LinkedHashSet<>(ready.warnings());
        problems.addAll(missing);
        yield new PageOutcome.Drawn(
            entries.report(), graph, about, List.copyOf(problems), verified.conclusion());
      }
    };
  }
}
