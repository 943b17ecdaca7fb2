package dev.zonec.application.diff;

import dev.zonec.application.baseline.Baseline;
import dev.zonec.application.input.Inputs;
import dev.zonec.application.input.OpenParameters;
import dev.zonec.application.input.ReadManifests;
import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.application.verify.VariantVerification;
import dev.zonec.application.verify.Verify;
import dev.zonec.application.verify.VerifyRequest;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.LoadedVariant;
import dev.zonec.compiler.Loading;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.live.ReadExtent;
import dev.zonec.kubernetes.world.WorldPairReader;
import dev.zonec.model.label.Selector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** One revision of a comparison, loaded but not yet read as a world. */
sealed interface LoadedRevision {
  /**
   * The inputs of the revision cannot be used.
   *
   * @param problems the reasons; at least one
   */
  record Unusable(List<Diagnostic> problems) implements LoadedRevision {}

  /**
   * The inputs of the revision are loaded.
   *
   * @param variant the program, or an empty program with the built-in names
   * @param warnings warnings about the program
   * @param asked the comparison that the revision belongs to
   */
  record Loaded(
      RevisionInputs request,
      Inputs.Loaded inputs,
      ProgramSources sources,
      LoadedVariant variant,
      List<Diagnostic> warnings,
      DiffRequest asked)
      implements LoadedRevision {
    /** Returns the selectors of pods of the program, the policies and the Services. */
    Set<Selector> selectors() {
      List<Selector> own = variant.program().podSelectors();
      Set<Selector> all =
          WorldPairReader.selectors(request.manifests().read(inputs.manifests(), own).world());
      all.addAll(own);
      return all;
    }

    /** Reads the manifests, with replicas divided by {@code selectors}. */
    ReadManifests read(Collection<Selector> selectors) {
      return request.manifests().read(inputs.manifests(), selectors);
    }

    /** Verifies the program against the manifests. */
    VariantOutcome verified(ReadManifests read) {
      VerifyRequest verify =
          new VerifyRequest(
              request.program(),
              request.manifests(),
              VerifyRequest.Policies.PLAN_IF_NOT_WRITTEN,
              asked.may(),
              asked.known());
      Verify.Ready ready =
          new Verify.Ready(
              warnings,
              List.of(),
              read,
              inputs.manifests().ends(),
              Baseline.NONE,
              List.of(variant),
              sources,
              verify);
      return new VariantVerification(ready, variant).outcome(Deadline.current());
    }
  }

  /** Loads the inputs of {@code revision}. */
  static LoadedRevision of(RevisionInputs revision, DiffRequest asked) {
    return switch (Inputs.load(revision.program(), revision.manifests(), ReadExtent.ALL_OBJECTS)) {
      case Inputs.Unusable(var problems) -> new Unusable(problems);
      case Inputs.Loaded(var sources, var params, var manifests) ->
          resolved(
              revision,
              new Inputs.Loaded(sources, params, manifests.withUnreadable(revision.unreadable())),
              asked);
    };
  }

  private static LoadedRevision resolved(
      RevisionInputs revision, Inputs.Loaded loaded, DiffRequest asked) {
    ProgramSources sources =
        revision.hasProgram()
            ? loaded.sources()
            : ProgramSources.of(List.of(Source.of("(no sources)", "module diff\n")));
    return switch (Compiler.load(
        sources,
        revision.program().options(List.of(), loaded.params(), loaded.manifests().ends()))) {
      case Loading.Rejected(var problems) -> new Unusable(problems);
      case Loading.Loaded read when read.standard().size() > 1 ->
          new Unusable(List.of(OpenParameters.problem(read.standard())));
      case Loading.Loaded read ->
          new Loaded(
              revision,
              loaded,
              sources,
              read.standard().getFirst(),
              revision.hasProgram() ? new ArrayList<>(read.warnings()) : List.of(),
              asked);
    };
  }
}
