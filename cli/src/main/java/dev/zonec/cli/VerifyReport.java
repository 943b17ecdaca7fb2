package dev.zonec.cli;

import dev.zonec.application.adversary.Adversary;
import dev.zonec.application.adversary.AdversaryDiagnostics;
import dev.zonec.application.adversary.AdversaryOutcome;
import dev.zonec.application.adversary.AdversaryRequest;
import dev.zonec.application.adversary.EnforcedLabels;
import dev.zonec.application.adversary.TryAdversaries;
import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.application.verify.VariantVerification;
import dev.zonec.application.verify.Verify;
import dev.zonec.application.verify.VerifyEntries;
import dev.zonec.compiler.LoadedVariant;
import dev.zonec.diagnostics.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Verifies the variants of a program one after the other, and prints the outcome of each.
 *
 * @param tree how the paths of findings are drawn
 * @param limit the time limit of the run; variants that it leaves no time for are not verified
 * @param lint how warnings about policies are printed
 * @param reports the formats of the result
 * @param adversaries the adversaries to try
 * @param explain the claims to explain, and the paths to close
 * @param certificate the certificate to write; empty if none is wanted
 * @param crossCheck the check by a second solver; empty if none is wanted
 */
record VerifyReport(
    Console console,
    OutputOptions options,
    TreeOption tree,
    TimeLimit limit,
    PolicyLintOptions lint,
    ReportOptions reports,
    AdversaryOptions adversaries,
    ExplainOptions explain,
    Optional<CertificateReport> certificate,
    Optional<CrossCheckReport> crossCheck) {
  /** Prints the outcome, and returns the exit code: the most serious one of the variants. */
  ExitCode of(Verify verify) {
    return switch (verify) {
      case Verify.Unusable(var problems, var files) -> {
        console.report(problems);
        yield reports.write(
            console,
            ExitCode.BAD_INPUT,
            () -> VerifyEntries.unusable(files, problems),
            Map.of(OutputFormat.JSON, () -> VerifyOutput.Json.unusable(problems)));
      }
      case Verify.Ready ready -> {
        console.report(ready.warnings());
        new ManifestsReport(console, options).read(ready.read());
        console.report(ready.read().problems());
        List<Diagnostic> refused = explain.problems(ready);
        if (!refused.isEmpty()) {
          console.report(refused);
          yield ExitCode.USAGE;
        }
        yield variants(ready);
      }
    };
  }

  /** Reports that the time ran out before the inputs were read, and returns the exit code. */
  ExitCode timedOut(List<String> files) {
    List<Diagnostic> problems = limit.missed();
    return reports.write(
        console,
        ExitCode.INCONCLUSIVE,
        () -> VerifyEntries.undecided(files, problems),
        Map.of(OutputFormat.JSON, () -> VerifyOutput.Json.unusable(problems)));
  }

  private ExitCode variants(Verify.Ready ready) {
    VerifyOutput.Json json = new VerifyOutput.Json(ready);
    VerifyOutput.Entries entries = new VerifyOutput.Entries(ready);
    List<VerifyOutput> outputs = new ArrayList<>();
    if (reports.format() == OutputFormat.TEXT) {
      outputs.add(new VerifyOutput.Text(ready, options, tree));
    }
    if (reports.wants(OutputFormat.JSON)) {
      outputs.add(json);
    }
    if (reports.wantsReport()) {
      outputs.add(entries);
    }
    certificate.ifPresent(outputs::add);
    VerifyOutput output = new VerifyOutput.All(outputs);
    ExitCode worst = ExitCode.HOLDS;
    for (LoadedVariant variant : ready.variants()) {
      Console variantConsole =
          ready.variants().size() > 1 ? console.noting(variant.label()) : console;
      output.begin(variant.label(), console);
      worst = worst.worse(variant(variant, ready, output, variantConsole));
    }
    ExitCode proved = worst;
    ExitCode exit = certificate.map(each -> each.written(ready, proved)).orElse(proved);
    return reports.write(console, exit, entries::report, Map.of(OutputFormat.JSON, json::text));
  }

  private ExitCode variant(
      LoadedVariant variant, Verify.Ready ready, VerifyOutput output, Console variantConsole) {
    VariantVerification verification = ready.verification(variant);
    return limit
        .remaining(variantConsole, () -> verification.outcome(limit.deadline()))
        .map(outcome -> outcome(variant, outcome, ready, output, variantConsole))
        .orElseGet(
            () -> {
              output.timedOut(variant.label(), limit.missed());
              return ExitCode.INCONCLUSIVE;
            });
  }

  private ExitCode outcome(
      LoadedVariant variant,
      VariantOutcome outcome,
      Verify.Ready ready,
      VerifyOutput output,
      Console variantConsole) {
    return switch (outcome) {
      case VariantOutcome.Rejected(var problems) -> {
        output.rejected(variant.label(), problems, variantConsole);
        yield ExitCode.BAD_INPUT;
      }
      case VariantOutcome.Verified verified -> {
        output.headline(verified.headline(), console);
        variantConsole.report(verified.warnings());
        List<Diagnostic> warnings =
            new ArrayList<>(
                new ManifestsReport(variantConsole, options)
                    .policies(ready.read(), verified.program().cluster(), lint, limit));
        variantConsole.report(verified.emptiness());
        warnings.addAll(verified.emptiness());
        output.verified(variant.label(), verified, warnings, variantConsole);
        adversaries
            .request(verified, () -> EnforcedLabels.of(variant.program(), ready.read().admission()))
            .ifPresent(request -> tried(request, ready, output, variantConsole));
        ExitCode exit =
            ExitCode.of(verified.conclusion())
                .worse(explain.of(ready, variant, verified, output, variantConsole));
        yield crossCheck
            .map(each -> exit.worse(each.of(ready, variant.label(), verified)))
            .orElse(exit);
      }
    };
  }

  private void tried(
      AdversaryRequest request, Verify.Ready ready, VerifyOutput output, Console variantConsole) {
    AdversaryOutcome outcome = TryAdversaries.of(request);
    output.tried(request, outcome, variantConsole);
    if (outcome instanceof AdversaryOutcome.Tried tried) {
      if (tried.adversaries().contains(Adversary.RELABEL)) {
        variantConsole.report(request.enforced().problems());
      }
      variantConsole.report(
          ready.remaining(new AdversaryDiagnostics(request.verified()).of(tried)));
    }
  }
}
