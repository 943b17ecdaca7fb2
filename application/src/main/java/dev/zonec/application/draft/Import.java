package dev.zonec.application.draft;

import dev.zonec.application.input.ManifestLoading;
import dev.zonec.application.input.ReadManifests;
import dev.zonec.application.lint.DeployedObjects;
import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.Loading;
import dev.zonec.compiler.lint.AcceptedFindings;
import dev.zonec.compiler.lint.Deployed;
import dev.zonec.compiler.lint.LintOptions;
import dev.zonec.compiler.param.GivenParams;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.importer.Draft;
import dev.zonec.importer.Importer;
import dev.zonec.kubernetes.live.ReadExtent;
import dev.zonec.verifier.smt.Z3Checker;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Drafts a program from the policies of manifests. */
public record Import(ImportRequest request) {
  /** Whether {@code name} is a valid module name. */
  public static boolean isModuleName(String name, LocalDate day) {
    ProgramSources sources =
        ProgramSources.of(List.of(Source.of("(module)", "module " + name + "\n")));
    return Compiler.load(sources, new CompileOptions(day, List.of()))
            instanceof Loading.Loaded(var variants, var warnings, var suppressed)
        && variants.getFirst().program().module().equals(name);
  }

  /** Returns the reasons why nothing may be drafted; none if a draft may be written. */
  public List<Diagnostic> refusals() {
    List<Diagnostic> problems = new ArrayList<>(request.problems());
    problems.addAll(request.manifests().missing());
    problems.addAll(request.target().conflicts());
    return problems;
  }

  /** Reads the manifests and drafts the program. */
  public ImportOutcome outcome() {
    // Load the solver's native code in the background, for the proof that follows.
    Thread.ofPlatform().daemon().start(Z3Checker::warmUp);
    return switch (request.manifests().load(ReadExtent.ALL_OBJECTS)) {
      case ManifestLoading.Unusable(var problems) -> new ImportOutcome.Unusable(problems);
      case ManifestLoading.Loaded(var manifests) ->
          drafted(request.manifests().read(manifests, List.of()));
    };
  }

  private ImportOutcome drafted(ReadManifests read) {
    if (read.world().policies().isEmpty()) {
      return new ImportOutcome.NoPolicies(read);
    }
    Progress.begin("drafting the program");
    Draft draft = Importer.draft(read.world(), request.options(), Deadline::check);
    return new ImportOutcome.Drafted(read, draft, textWithComments(draft, read), request);
  }

  /**
   * Returns the text of the draft with comments that suppress the findings of lint, because these
   * are caused by the policies.
   */
  private String textWithComments(Draft draft, ReadManifests read) {
    Progress.begin("checking the draft");
    Deployed deployed = DeployedObjects.of(read.world(), read.inventory());
    LintOptions lint =
        new LintOptions(request.day(), GivenParams.NONE, deployed, Set.of(), Set.of());
    Source source = Source.of(request.target().name(), draft.text());
    return AcceptedFindings.in(source, lint, "as the policies have it");
  }
}
