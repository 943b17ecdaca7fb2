package dev.zonec.cli;

import dev.zonec.application.flows.CheckedFlows;
import dev.zonec.application.flows.EventLines;
import dev.zonec.application.flows.FlowData;
import dev.zonec.application.flows.FlowDiagnostics;
import dev.zonec.application.flows.FlowEntries;
import dev.zonec.application.flows.FlowInputs;
import dev.zonec.application.flows.FlowSummary;
import dev.zonec.application.version.Versions;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.flows.rule.FindingSink;
import dev.zonec.flows.rule.Row;
import dev.zonec.stream.parallel.ParallelCheck;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Prints the outcome of {@code flows check}.
 *
 * @param reports the formats of the result
 * @param stream whether a log may never end; findings are then printed as soon as they are found
 * @param parallel the number of readers of the logs; empty if they are one stream
 */
record FlowsCheckReport(
    Console console,
    OutputOptions options,
    ReportOptions reports,
    boolean stream,
    OptionalInt parallel) {
  private static final String VERSION = VersionText.number(Versions.read());

  /** Reports that the inputs cannot be used. */
  ExitCode unusable(List<Diagnostic> problems) {
    console.report(problems);
    return reports.write(
        console, ExitCode.BAD_INPUT, () -> FlowEntries.unusable(problems), without(problems));
  }

  /** Reports that the time ran out before the manifests were read. */
  ExitCode timedOut(List<Diagnostic> problems) {
    return reports.write(
        console, ExitCode.INCONCLUSIVE, () -> FlowEntries.undecided(problems), without(problems));
  }

  /** Reads the logs, and prints what they show. */
  ExitCode checked(FlowInputs.Ready ready) {
    ManifestsReport read = new ManifestsReport(console, options);
    CheckedFlows checked =
        parallel.isEmpty()
            ? read.checked(ready, listener())
            : read.checked(ready, () -> ParallelCheck.check(ready, parallel.getAsInt()));
    boolean text = reports.format() == OutputFormat.TEXT;
    if (text && !stream) {
      console.report(checked.diagnostics());
    }
    console.report(checked.unjudged());
    List<String> summary = FlowSummary.lines(checked, options.verbose() || options.all());
    if (text && !options.quiet()) {
      summary.forEach(console::wrapped);
    }
    ExitCode exit = ExitCode.of(checked.conclusion());
    return reports.write(
        console,
        exit,
        () -> FlowEntries.of(checked, summary),
        Map.of(
            OutputFormat.JSON,
            () -> document(checked, exit),
            OutputFormat.TEXT,
            () -> summary.stream().map(line -> line + "\n").collect(Collectors.joining()),
            OutputFormat.ECS,
            () -> stream && reports.format() == OutputFormat.ECS ? "" : ecs(checked),
            OutputFormat.OCSF,
            () -> stream && reports.format() == OutputFormat.OCSF ? "" : ocsf(checked)));
  }

  /** Returns the receiver of findings: of a stream, it prints each of them at once. */
  private FindingSink listener() {
    if (!stream) {
      return (row, first) -> {};
    }
    return switch (reports.format()) {
      case ECS -> printing(FlowsCheckReport::ecs);
      case OCSF -> printing(FlowsCheckReport::ocsf);
      case TEXT ->
          (row, first) -> {
            if (first) {
              console.report(List.of(FlowDiagnostics.of(row)));
            }
          };
      case JSON, JSONL, SARIF, JUNIT, MD, GITHUB, GITLAB -> (row, first) -> {};
    };
  }

  private FindingSink printing(Function<Row, String> line) {
    return (row, first) -> {
      if (first) {
        console.line(line.apply(row));
      }
    };
  }

  private static String ecs(Row row) {
    return Json.line(EventLines.ecs(row, Instant.now()));
  }

  private static String ocsf(Row row) {
    return Json.line(EventLines.ocsf(row, VERSION, Instant.now()));
  }

  private static String ecs(CheckedFlows checked) {
    return lines(checked, FlowsCheckReport::ecs);
  }

  private static String ocsf(CheckedFlows checked) {
    return lines(checked, FlowsCheckReport::ocsf);
  }

  private static String lines(CheckedFlows checked, Function<Row, String> line) {
    return checked.findings().stream()
        .map(row -> line.apply(row) + "\n")
        .collect(Collectors.joining());
  }

  private static Map<OutputFormat, Supplier<String>> without(List<Diagnostic> problems) {
    return Map.of(
        OutputFormat.JSON,
        () -> document(problems, Map.of(), ExitCode.INCONCLUSIVE),
        OutputFormat.ECS,
        () -> "",
        OutputFormat.OCSF,
        () -> "");
  }

  private static String document(CheckedFlows checked, ExitCode exit) {
    return document(checked.shortcomings(), FlowData.of(checked), exit);
  }

  private static String document(
      List<Diagnostic> problems, Map<String, Object> answer, ExitCode exit) {
    JsonDocument document = new JsonDocument("flows-check");
    document.putAll(answer);
    return document.text(exit, problems) + "\n";
  }
}
