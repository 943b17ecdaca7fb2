package dev.zonec.cli;

import dev.zonec.application.risk.RiskAnswer;
import dev.zonec.application.risk.RiskEntries;
import dev.zonec.application.risk.RiskOutcome;
import dev.zonec.diagnostics.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Prints the outcome of {@code risk}.
 *
 * @param reports the formats of the result
 * @param files the reports, as the user named them
 * @param environments the environments of the configuration file
 */
record RiskReport(
    Console console,
    ConsoleOptions options,
    TimeLimit limit,
    PolicyLintOptions lint,
    ReportOptions reports,
    List<String> files,
    List<String> environments) {
  /**
   * Prints the outcome and returns the exit code.
   *
   * @param refused returns an error about the command line
   */
  ExitCode of(RiskOutcome outcome, Function<String, ? extends RuntimeException> refused) {
    return switch (outcome) {
      case RiskOutcome.Unusable(var problems) -> {
        console.report(problems);
        yield reports.write(
            console,
            ExitCode.BAD_INPUT,
            () -> RiskEntries.unusable(files, problems),
            Map.of(OutputFormat.JSON, () -> document(problems), OutputFormat.TEXT, () -> ""));
      }
      case RiskOutcome.Unsuitable(String reason) -> throw refused.apply(reason);
      case RiskOutcome.NoManifests() ->
          throw refused.apply(
              "reports need manifests: pass some with -m PATH, or a cluster with -k"
                  + (environments.isEmpty()
                      ? ""
                      : ", or choose an environment with --env: "
                          + String.join(", ", environments)));
      case RiskOutcome.Ranked ranked -> ranked(ranked);
    };
  }

  private ExitCode ranked(RiskOutcome.Ranked ranked) {
    RiskAnswer answer = ranked.answer();
    ManifestsReport manifests = new ManifestsReport(console, options);
    manifests.read(ranked.about().read());
    manifests.policies(ranked.about().read(), ranked.about().cluster(), lint, limit);
    console.report(ranked.about().gaps());
    console.report(ranked.missing());
    console.report(answer.reports().lost());
    console.report(answer.reports().incomplete());
    RiskText text = new RiskText(answer, options.all());
    if (reports.format() == OutputFormat.TEXT) {
      text.lines().forEach(console::wrapped);
      console.report(new RiskEntries(answer).refused());
    }
    ExitCode exit = ExitCode.of(ranked.conclusion());
    if (exit == ExitCode.INCONCLUSIVE && !options.quiet()) {
      console.status("the answer is incomplete: see above");
    }
    return reports.write(
        console,
        exit,
        () -> RiskEntries.of(ranked, files),
        Map.of(
            OutputFormat.JSON,
            () -> document(ranked, exit),
            OutputFormat.TEXT,
            () -> text.lines().stream().map(line -> line + "\n").collect(Collectors.joining())));
  }

  /** Reports that the time ran out, and returns the exit code. */
  ExitCode timedOut(List<Diagnostic> problems) {
    return reports.write(
        console,
        ExitCode.INCONCLUSIVE,
        () -> RiskEntries.undecided(files, problems),
        Map.of(OutputFormat.JSON, () -> document(problems)));
  }

  private static String document(List<Diagnostic> problems) {
    return new JsonDocument("risk").text(ExitCode.INCONCLUSIVE, problems) + "\n";
  }

  private static String document(RiskOutcome.Ranked ranked, ExitCode exit) {
    JsonDocument document = new JsonDocument("risk");
    document.putAll(RiskData.of(ranked.answer()));
    return document.text(exit, ranked.shortcomings()) + "\n";
  }
}
