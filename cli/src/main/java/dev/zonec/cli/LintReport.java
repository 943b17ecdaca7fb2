package dev.zonec.cli;

import dev.zonec.application.input.ReadManifests;
import dev.zonec.application.lint.LintEntries;
import dev.zonec.application.lint.LintOutcome;
import dev.zonec.application.lint.WrittenFixes;
import dev.zonec.compiler.lint.FindingData;
import dev.zonec.compiler.lint.LintResult;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.program.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
          case LintOutcome.Linted linted -> {
            linted.read().ifPresent(manifests -> policies(manifests, manifestsReport));
            yield written(linted, failed);
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

  private ExitCode written(LintOutcome.Linted linted, List<Diagnostic> failed) {
    WrittenFixes written = linted.write();
    if (!options.quiet()) {
      written.names().forEach(name -> console.status("fixed " + name));
    }
    failed.addAll(written.failed());
    return console.refuses(written.failed()) ? ExitCode.BAD_INPUT : findings(linted);
  }

  private ExitCode findings(LintOutcome.Linted linted) {
    LintResult result = linted.result();
    if (reports.format() == OutputFormat.TEXT) {
      console.report(result.diagnostics());
      if (!options.quiet() && !result.rejected()) {
        console.line(count(result));
      }
    }
    return result.rejected() ? ExitCode.BAD_INPUT : ExitCode.of(linted.conclusion());
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
