package dev.zonec.cli;

import dev.zonec.application.input.ReadManifests;
import dev.zonec.application.lint.LintEntries;
import dev.zonec.application.lint.LintOutcome;
import dev.zonec.compiler.lint.FindingData;
import dev.zonec.compiler.lint.LintResult;
import dev.zonec.compiler.rewrite.Rewriting;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.program.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prints the findings of {@code lint}, and writes the fixes that it made.
 *
 * @param files the sources, as the user named them
 */
record LintReport(
    Console console,
    OutputOptions options,
    TimeLimit limit,
    ReportOptions reports,
    List<String> files) {
  /** Reports that the time ran out, and returns the exit code. */
  ExitCode timedOut() {
    return reports.write(
        console,
        ExitCode.INCONCLUSIVE,
        () -> LintEntries.undecided(files, limit.missed()),
        Map.of());
  }

  /** Prints the outcome, writes the fixes, and returns the exit code. */
  ExitCode of(LintOutcome outcome) {
    ManifestsReport manifestsReport = new ManifestsReport(console, options);
    List<Diagnostic> failed = new ArrayList<>();
    ExitCode exit =
        switch (outcome) {
          case LintOutcome.Unusable(var problems) -> {
            console.report(problems);
            yield ExitCode.BAD_INPUT;
          }
          case LintOutcome.Uncovered(var read) -> {
            manifestsReport.read(read);
            console.report(read.problems());
            yield ExitCode.BAD_INPUT;
          }
          case LintOutcome.Linted(var read, var fixes, var result) -> {
            read.ifPresent(manifests -> policies(manifests, manifestsReport));
            failed.addAll(write(fixes));
            yield failed.isEmpty() ? findings(result) : ExitCode.BAD_INPUT;
          }
        };
    return reports.write(
        console,
        exit,
        () -> LintEntries.report(files, outcome, failed),
        outcome instanceof LintOutcome.Linted linted && failed.isEmpty()
            ? Map.of(OutputFormat.JSON, () -> Json.text(FindingData.of(linted.result())) + "\n")
            : Map.of());
  }

  // Warnings about the policies of the manifests are not findings about the program.
  private void policies(ReadManifests read, ManifestsReport manifestsReport) {
    manifestsReport.read(read);
    if (!options.quiet()) {
      console.report(manifestsReport.warnings(read, Cluster.UNDECLARED, limit));
    }
  }

  /** Writes the fixed sources; returns the problem of the first one that cannot be written. */
  private List<Diagnostic> write(List<Rewriting> fixes) {
    for (Rewriting rewriting : fixes) {
      Optional<Diagnostic> failed = rewriting.write();
      if (failed.isPresent()) {
        console.report(List.of(failed.get()));
        return List.of(failed.get());
      }
      if (!options.quiet()) {
        console.status("fixed " + rewriting.source().text().name());
      }
    }
    return List.of();
  }

  private ExitCode findings(LintResult result) {
    if (reports.format() == OutputFormat.TEXT) {
      console.report(result.diagnostics());
      if (!options.quiet() && !result.rejected()) {
        console.line(count(result));
      }
    }
    if (result.rejected()) {
      return ExitCode.BAD_INPUT;
    }
    return result.findings().isEmpty() ? ExitCode.HOLDS : ExitCode.VIOLATION;
  }

  private static String count(LintResult result) {
    int count = result.findings().size();
    return switch (count) {
      case 0 -> "no findings";
      case 1 -> "1 finding";
      default -> count + " findings";
    };
  }
}
