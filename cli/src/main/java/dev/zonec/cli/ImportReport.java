package dev.zonec.cli;

import dev.zonec.application.draft.DraftProof;
import dev.zonec.application.draft.ImportOutcome;
import dev.zonec.diagnostics.Counted;
import dev.zonec.importer.Draft;
import dev.zonec.kubernetes.world.World;

/**
 * Prints the outcome of an import, and writes the draft before it is proved.
 *
 * @param limit the time limit of the run
 * @param json whether the format is JSON
 * @param document receives the draft and its verdict if the format is JSON
 */
record ImportReport(
    Console console, OutputOptions options, TimeLimit limit, boolean json, JsonDocument document) {
  /** Prints the outcome, and returns the exit code. */
  ExitCode of(ImportOutcome outcome) {
    ManifestsReport manifestsReport = new ManifestsReport(console, options);
    return switch (outcome) {
      case ImportOutcome.Unusable(var problems) -> {
        console.report(problems);
        yield ExitCode.BAD_INPUT;
      }
      case ImportOutcome.NoPolicies none -> {
        manifestsReport.read(none.read());
        console.report(none.problems());
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
    boolean written = !console.refuses(drafted.write());
    if (drafted.request().target().file().isEmpty() && !json) {
      console.print(drafted.text());
    }
    return written;
  }

  private ExitCode proved(DraftProof.Outcome proof, ImportOutcome.Drafted drafted) {
    return switch (proof) {
      case DraftProof.Outcome.NoProgram(var problems) -> {
        console.report(problems);
        console.status("zonec: the draft is no program: a bug in zonec");
        yield ExitCode.BUG;
      }
      case DraftProof.Outcome.Compared compared -> {
        console.report(compared.warnings());
        console.report(compared.diagnostics());
        String word = ProofWord.of(compared.equal());
        document.put("equal", word);
        if (!json && !options.quiet()) {
          console.status(count(drafted.draft(), drafted.read().world()));
          console.status("the draft allows what the policies allow, and no more: " + word);
          compared.assumptions().forEach(console::status);
        }
        yield ExitCode.of(compared.conclusion());
      }
    };
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
}
