package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.application.lint.Lint;
import dev.zonec.compiler.expiry.ExpiredFlows;
import dev.zonec.diagnostics.Code;
import java.time.LocalDate;
import java.util.List;
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
  @Parameters(
      paramLabel = "ZONES",
      arity = "0..*",
      description =
          ".zone files, or folders with .zone files (default: those of the configuration file)")
  private List<String> zones = List.of();

  @Mixin private ConfigOptions config = new ConfigOptions();
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

  @Mixin private ReportOptions reports = new ReportOptions();

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
    Settings settings = config.settings(console, options, limit);
    reports.apply(settings);
    program.require(settings, zones);
    Lint lint =
        new Lint(
            program.request(settings, zones, Dates.orToday(asOf), ExpiredFlows.ERROR),
            manifests.request(settings, console.readingProgress()),
            fix,
            enabled,
            disabled);
    LintReport report = new LintReport(console, options, limit, reports, lint.program().names());
    // Files are written after all checks, outside of the time limit.
    return limit
        .result(console, lint::outcome)
        .map(outcome -> report.of(outcome))
        .orElseGet(report::timedOut)
        .number();
  }
}
