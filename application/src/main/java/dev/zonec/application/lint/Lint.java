package dev.zonec.application.lint;

import dev.zonec.application.input.Inputs;
import dev.zonec.application.input.ManifestRequest;
import dev.zonec.application.input.ProgramRequest;
import dev.zonec.application.input.ReadManifests;
import dev.zonec.compiler.lint.Deployed;
import dev.zonec.compiler.lint.Fixing;
import dev.zonec.compiler.lint.LintOptions;
import dev.zonec.compiler.lint.Linting;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.kubernetes.live.ReadExtent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lints a program.
 *
 * @param fix whether to fix findings that have a mechanical fix
 * @param enabled the codes of optional checks to run
 * @param disabled the codes of checks to leave out
 */
public record Lint(
    ProgramRequest program,
    ManifestRequest manifests,
    boolean fix,
    Set<Code> enabled,
    Set<Code> disabled) {
  /** Copies the sets. */
  public Lint {
    enabled = Set.copyOf(enabled);
    disabled = Set.copyOf(disabled);
  }

  /** Reads the inputs and runs the checks. Fixed sources are not written yet. */
  public LintOutcome outcome() {
    return switch (Inputs.load(program, manifests, ReadExtent.ALL_OBJECTS)) {
      case Inputs.Unusable(var problems) -> new LintOutcome.Unusable(problems);
      case Inputs.Loaded loaded when !manifests.given() ->
          findings(loaded, Optional.empty(), new Deployed.Unknown());
      case Inputs.Loaded loaded -> {
        ReadManifests read = manifests.read(loaded.manifests(), List.of());
        // Lint would take an unreadable workload for a missing one. Policies that are not modelled
        // do not matter here.
        yield read.problems().stream().allMatch(problem -> problem.code() == Code.ZC0511)
            ? findings(
                loaded, Optional.of(read), DeployedObjects.of(read.world(), read.inventory()))
            : new LintOutcome.Uncovered(read);
      }
    };
  }

  private LintOutcome findings(
      Inputs.Loaded loaded, Optional<ReadManifests> read, Deployed deployed) {
    LintOptions options =
        new LintOptions(
            program.day(), loaded.params(), deployed, loaded.manifests().ends(), enabled, disabled);
    Progress.begin("checking the program");
    if (fix) {
      Fixing fixing = Fixing.of(loaded.sources(), options);
      return new LintOutcome.Linted(read, fixing.rewritings(), fixing.left());
    }
    return new LintOutcome.Linted(read, List.of(), Linting.lint(loaded.sources(), options));
  }
}
