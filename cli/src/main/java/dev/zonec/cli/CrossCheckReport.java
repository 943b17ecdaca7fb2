package dev.zonec.cli;

import dev.zonec.application.certificate.CrossCheck;
import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.application.verify.Verify;
import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/** Reports what a second solver says of the proofs of each variant. */
record CrossCheckReport(Console console, TimeLimit limit, CrossCheck check) {
  /** Checks the proofs of a variant, and returns the exit code of this check. */
  ExitCode of(Verify.Ready inputs, String label, VariantOutcome.Verified verified) {
    return limit
        .remaining(console, () -> check.outcome(inputs, label, verified, limit.deadline()))
        .map(this::reported)
        .orElse(ExitCode.INCONCLUSIVE);
  }

  private ExitCode reported(CrossCheck.Outcome outcome) {
    return switch (outcome) {
      case CrossCheck.Outcome.Agrees(String line) -> {
        console.status(line);
        yield ExitCode.HOLDS;
      }
      case CrossCheck.Outcome.Undecided(List<Diagnostic> problems) -> {
        console.report(problems);
        yield ExitCode.INCONCLUSIVE;
      }
      case CrossCheck.Outcome.Disagrees(List<String> lines) -> {
        console.status("a bug in zonec or in a solver: the solvers disagree");
        lines.forEach(console::status);
        yield ExitCode.BUG;
      }
    };
  }
}
