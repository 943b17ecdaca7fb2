package dev.zonec.cli;

import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.application.verify.VariantVerification;
import dev.zonec.application.verify.Verify;
import dev.zonec.compiler.LoadedVariant;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Severity;
import java.time.LocalDate;
import java.util.List;

/**
 * Verifies the variants of a program one after the other, and prints the outcome of each.
 *
 * @param limit the time limit of the run; variants that it leaves no time for are not verified
 * @param lint how warnings about policies are printed
 * @param day the day on which flows and waivers are judged to have expired
 */
record VerifyReport(
    Console console,
    OutputOptions options,
    TimeLimit limit,
    PolicyLintOptions lint,
    LocalDate day,
    FormatOption.Format format) {
  /** Prints the outcome, and returns the exit code: the most serious one of the variants. */
  ExitCode of(Verify verify) {
    return switch (verify) {
      case Verify.Unusable(var problems) -> {
        console.report(problems);
        noRun(problems);
        yield ExitCode.BAD_INPUT;
      }
      case Verify.Ready ready -> {
        console.report(ready.warnings());
        new ManifestsReport(console, options).read(ready.read());
        console.report(ready.read().problems());
        yield variants(ready);
      }
    };
  }

  /** Reports that the time ran out before the inputs were read. */
  ExitCode timedOut() {
    noRun(limit.missed());
    return ExitCode.INCONCLUSIVE;
  }

  private void noRun(List<Diagnostic> problems) {
    if (format == FormatOption.Format.JSON) {
      VerifyOutput.Json.noRun(problems, console);
    }
  }

  private ExitCode variants(Verify.Ready ready) {
    VerifyOutput output =
        switch (format) {
          case TEXT -> new VerifyOutput.Text(ready, day, options.quiet());
          case JSON -> new VerifyOutput.Json(ready, day);
        };
    ExitCode worst = ExitCode.HOLDS;
    for (LoadedVariant variant : ready.variants()) {
      Console variantConsole =
          ready.variants().size() > 1 ? console.noting(variant.label()) : console;
      output.begin(variant.label(), console);
      worst = worst.worse(variant(variant, ready, output, variantConsole));
    }
    output.end(console);
    return worst;
  }

  private ExitCode variant(
      LoadedVariant variant, Verify.Ready ready, VerifyOutput output, Console variantConsole) {
    VariantVerification verification = ready.verification(variant);
    return limit
        .remaining(variantConsole, () -> verification.outcome(limit.deadline()))
        .map(outcome -> outcome(variant.label(), outcome, ready, output, variantConsole))
        .orElseGet(
            () -> {
              output.timedOut(variant.label());
              return ExitCode.INCONCLUSIVE;
            });
  }

  private ExitCode outcome(
      String variant,
      VariantOutcome outcome,
      Verify.Ready ready,
      VerifyOutput output,
      Console variantConsole) {
    return switch (outcome) {
      case VariantOutcome.Rejected(var problems) -> {
        output.rejected(variant, problems, variantConsole);
        yield ExitCode.BAD_INPUT;
      }
      case VariantOutcome.Verified verified -> {
        variantConsole.report(verified.warnings());
        new ManifestsReport(variantConsole, options)
            .policies(ready.read(), verified.program().cluster(), lint, limit);
        if (verified.declaresNothing()) {
          variantConsole.report(List.of(declaresNothing()));
        }
        output.verified(variant, verified, variantConsole);
        yield ExitCode.of(verified.result());
      }
    };
  }

  private static Diagnostic declaresNothing() {
    return new Diagnostic(
        Severity.WARNING,
        Code.ZC0512,
        "the program declares no flow and no assertion",
        new Place.Nowhere(),
        "",
        List.of());
  }
}
