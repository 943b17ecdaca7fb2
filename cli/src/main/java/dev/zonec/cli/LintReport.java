package dev.zonec.cli;

import dev.zonec.application.input.ReadManifests;
import dev.zonec.application.lint.LintOutcome;
import dev.zonec.compiler.lint.FindingData;
import dev.zonec.compiler.lint.LintResult;
import dev.zonec.compiler.rewrite.Rewriting;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.program.Cluster;
import java.util.List;
import java.util.Optional;

/** Prints the findings of {@code lint}, and writes the fixes that it made. */
record LintReport(
    Console console, OutputOptions options, TimeLimit limit, FormatOption.Format format) {
  /** Prints the outcome, writes the fixes, and returns the exit code. */
  ExitCode of(LintOutcome outcome) {
    ManifestsReport manifestsReport = new ManifestsReport(console, options);
    return switch (outcome) {
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
        yield write(fixes) ? findings(result) : ExitCode.BAD_INPUT;
      }
    };
  }

  // Warnings about the policies of the manifests are not findings about the program.
  private void policies(ReadManifests read, ManifestsReport manifestsReport) {
    manifestsReport.read(read);
    if (!options.quiet()) {
      console.report(manifestsReport.warnings(read, Cluster.UNDECLARED, limit));
    }
  }

  private boolean write(List<Rewriting> fixes) {
    for (Rewriting rewriting : fixes) {
      Optional<Diagnostic> failed = rewriting.write();
      if (failed.isPresent()) {
        console.report(List.of(failed.get()));
        return false;
      }
      if (!options.quiet()) {
        console.status("fixed " + rewriting.source().text().name());
      }
    }
    return true;
  }

  private ExitCode findings(LintResult result) {
    switch (format) {
      case TEXT -> {
        console.report(result.diagnostics());
        if (!options.quiet() && !result.rejected()) {
          console.line(count(result));
        }
      }
      case JSON -> console.line(Json.text(FindingData.of(result)));
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
