package dev.zonec.cli;

import dev.zonec.application.input.ReadManifests;
import dev.zonec.application.lint.Lint;
import dev.zonec.application.lint.LintOutcome;
import dev.zonec.compiler.expiry.ExpiredFlows;
import dev.zonec.compiler.lint.FindingData;
import dev.zonec.compiler.lint.LintResult;
import dev.zonec.compiler.rewrite.Rewriting;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.program.Cluster;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zonec lint}. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description = {
      "Finds probable mistakes in a zone program; with manifests, also differences from the"
          + " deployed workloads.",
      "A comment silences a finding: # zonec:ignore CODE -- reason, above the statement or at the"
          + " end of its line."
    })
final class LintCommand implements Callable<Integer> {
  enum Format {
    TEXT,
    JSON
  }

  @Parameters(
      paramLabel = "ZONES",
      arity = "1..*",
      description = ".zone files, or folders with .zone files")
  private List<String> zones = List.of();

  @Mixin private ProgramOptions program = new ProgramOptions();
  @Mixin private ManifestOptions manifests = new ManifestOptions();

  @Option(names = "--fix", description = "apply automatic fixes, and format the changed files")
  private boolean fix;

  @Option(
      names = "--enable",
      paramLabel = "CODE",
      description = "run an opt-in check too, such as ZC1007; repeatable")
  private Set<Code> enabled = Set.of();

  @Option(
      names = "--disable",
      paramLabel = "CODE",
      description = "leave out the findings of this code; repeatable")
  private Set<Code> disabled = Set.of();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json (default: text)")
  private Format format = Format.TEXT;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "the day on which flows are judged to have expired (default: today)")
  private @Nullable LocalDate asOf;

  @Mixin private TimeLimit limit = new TimeLimit();
  @Mixin private OutputOptions options = new OutputOptions();

  @Override
  public Integer call() {
    Console console = options.console();
    Lint lint =
        new Lint(
            program.request(zones, Dates.orToday(asOf), ExpiredFlows.ERROR),
            manifests.request(options.progress(console)),
            fix,
            enabled,
            disabled);
    // Files are written after all checks, outside of the time limit.
    return limit
        .result(console, lint::outcome)
        .map(outcome -> report(outcome, console))
        .orElse(ExitCode.INCONCLUSIVE)
        .number();
  }

  private ExitCode report(LintOutcome outcome, Console console) {
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
        read.ifPresent(manifests -> report(manifests, manifestsReport, console));
        yield write(fixes, console) ? report(result, console) : ExitCode.BAD_INPUT;
      }
    };
  }

  /** Warnings about the policies of the manifests are no findings about the program. */
  private void report(ReadManifests read, ManifestsReport manifestsReport, Console console) {
    manifestsReport.read(read);
    if (!options.quiet()) {
      console.report(read.policyWarnings(Cluster.UNDECLARED));
    }
  }

  private boolean write(List<Rewriting> fixes, Console console) {
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

  private ExitCode report(LintResult result, Console console) {
    switch (format) {
      case TEXT -> {
        console.report(result.diagnostics());
        if (!options.quiet()) {
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
