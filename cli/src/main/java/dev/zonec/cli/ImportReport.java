package dev.zonec.cli;

import dev.zonec.application.draft.DraftProof;
import dev.zonec.application.draft.ImportOutcome;
import dev.zonec.application.draft.ImportRequest;
import dev.zonec.application.input.ReadManifests;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Counted;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.importer.Draft;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.FoundEnds;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.PatternNamespaces;
import dev.zonec.verifier.proof.VerificationResult;
import dev.zonec.verifier.report.ProvedPolicies;
import dev.zonec.verifier.report.VerificationReport;
import dev.zonec.verifier.report.VerificationSummary;
import java.util.List;
import java.util.Optional;

/**
 * Prints the outcome of an import, and writes the draft before it is proved.
 *
 * @param draft where the draft is written
 * @param limit the time limit of the run
 * @param json whether the format is JSON
 * @param document receives the draft and its verdict if the format is JSON
 */
record ImportReport(
    Console console,
    OutputOptions options,
    DraftFileOptions draft,
    TimeLimit limit,
    boolean json,
    JsonDocument document) {
  /** Prints the outcome, and returns the exit code. */
  ExitCode of(ImportOutcome outcome) {
    ManifestsReport manifestsReport = new ManifestsReport(console, options);
    return switch (outcome) {
      case ImportOutcome.Unusable(var problems) -> {
        console.report(problems);
        yield ExitCode.BAD_INPUT;
      }
      case ImportOutcome.NoPolicies(var read) -> {
        manifestsReport.read(read);
        console.report(read.problems());
        console.report(
            List.of(Diagnostic.error(Code.ZC0703, "the manifests hold no valid NetworkPolicy")));
        yield ExitCode.BAD_INPUT;
      }
      case ImportOutcome.Drafted drafted -> {
        manifestsReport.read(drafted.read());
        console.report(drafted.draft().ineffective());
        console.report(drafted.draft().inexpressible());
        yield write(drafted)
            ? limit
                .remaining(console, () -> drafted.proof().outcome(limit.deadline()))
                .map(proof -> proved(proof, drafted))
                .orElse(ExitCode.INCONCLUSIVE)
            : ExitCode.BAD_INPUT;
      }
    };
  }

  private boolean write(ImportOutcome.Drafted drafted) {
    document.put("policies", drafted.read().world().policies().size());
    document.put("zones", drafted.draft().zones());
    document.put("flows", drafted.draft().flows());
    document.put("leftOut", drafted.draft().inexpressible().size());
    document.put("draft", drafted.text());
    Optional<Diagnostic> unwritten =
        json && !draft.hasFile() ? Optional.empty() : draft.write(drafted.text(), console);
    unwritten.ifPresent(problem -> console.report(List.of(problem)));
    return unwritten.isEmpty();
  }

  private ExitCode proved(DraftProof.Outcome proof, ImportOutcome.Drafted drafted) {
    return switch (proof) {
      case DraftProof.Outcome.NoProgram(var problems) -> {
        console.report(problems);
        console.status("zonec: the draft is no program: a bug in zonec");
        yield ExitCode.BUG;
      }
      case DraftProof.Outcome.Compared(var program, var warnings, var result) -> {
        console.report(warnings);
        console.report(new VerificationReport(program).diagnostics(result));
        document.put("equal", word(result));
        if (!json && !options.quiet()) {
          summarize(program, result, drafted);
        }
        yield drafted.draft().inexpressible().isEmpty() ? ExitCode.of(result) : ExitCode.VIOLATION;
      }
    };
  }

  private void summarize(
      ZoneProgram program, VerificationResult result, ImportOutcome.Drafted drafted) {
    ReadManifests read = drafted.read();
    ImportRequest request = drafted.request();
    console.status(count(drafted.draft(), read.world()));
    console.status("the draft allows what the policies allow, and no more: " + word(result));
    new VerificationSummary(
            program,
            read.world(),
            request.may(),
            ProvedPolicies.AS_WRITTEN,
            request.day(),
            read.coverage(),
            FoundEnds.NONE,
            PatternNamespaces.of(program, read.world()))
        .assuming(result)
        .forEach(console::status);
  }

  private static String count(Draft draft, World world) {
    return Counted.of(world.policies().size(), "policy", "policies")
        + " drafted as "
        + Counted.of(draft.zones(), "zone", "zones")
        + " and "
        + Counted.of(draft.flows(), "flow", "flows")
        + (draft.inexpressible().isEmpty()
            ? ""
            : "; left out: " + Counted.of(draft.inexpressible().size(), "rule", "rules"));
  }

  private static String word(VerificationResult result) {
    return switch (result.conclusion()) {
      case HOLDS -> "proved";
      case VIOLATED -> "failed";
      case INCONCLUSIVE -> "inconclusive";
    };
  }
}
