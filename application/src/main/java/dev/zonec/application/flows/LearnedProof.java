package dev.zonec.application.flows;

import dev.zonec.application.baseline.Baseline;
import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.application.verify.Verify;
import dev.zonec.application.verify.VerifyRequest;
import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.Loading;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Conclusion;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.model.program.FoundEnds;
import dev.zonec.verifier.smt.ImpossibleQuestions;
import java.util.List;

/** The proof that the policies of a learned program allow what it declares and nothing else. */
public record LearnedProof(LearnedProgram learned, String name, CheckedFlows checked) {
  /** The outcome of the proof. */
  public sealed interface Outcome {
    /** The text does not compile. */
    record NoProgram(List<Diagnostic> problems) implements Outcome {}

    /**
     * The planned policies were verified.
     *
     * @param complete whether every log was read completely
     */
    record Proved(VariantOutcome.Verified verified, boolean complete) implements Outcome {
      /** Returns the claims that do not hold, and warnings, as diagnostics. */
      public List<Diagnostic> diagnostics() {
        return verified.report().diagnostics(verified.result());
      }

      /** Returns what the draft comes to: without a part of the logs, it may lack flows. */
      public Conclusion conclusion() {
        return verified.conclusion().ofInput(complete);
      }
    }
  }

  /** Compiles the text, and verifies the plan together with the policies that exist. */
  public Outcome outcome(Deadline deadline) {
    FlowRequest request = checked.inputs().request();
    ProgramSources sources = ProgramSources.of(List.of(Source.of(name, learned.text())));
    CompileOptions options = new CompileOptions(request.program().day(), List.of());
    return switch (Compiler.load(sources, options)) {
      case Loading.Rejected(var problems) -> new Outcome.NoProgram(problems);
      case Loading.Loaded loaded -> {
        Verify.Ready ready =
            new Verify.Ready(
                List.of(),
                List.of(),
                checked.inputs().read(),
                FoundEnds.NONE,
                Baseline.NONE,
                loaded.variants(),
                sources,
                new VerifyRequest(
                    request.program(),
                    request.manifests(),
                    VerifyRequest.Policies.PLAN,
                    request.may(),
                    ImpossibleQuestions.none()));
        yield switch (ready.verification(loaded.variants().getFirst()).outcome(deadline)) {
          case VariantOutcome.Rejected(var problems) -> new Outcome.NoProgram(problems);
          case VariantOutcome.Verified verified -> new Outcome.Proved(verified, checked.complete());
        };
      }
    };
  }
}
