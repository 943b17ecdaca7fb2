package dev.zonec.cli;

import dev.zonec.application.diff.DiffEntries;
import dev.zonec.application.diff.DiffOutcome;
import dev.zonec.application.diff.FailOn;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.verifier.report.DiffData;
import dev.zonec.verifier.report.DiffText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prints the outcome of {@code diff}.
 *
 * @param failOn the differences that make the command fail
 * @param reports the formats of the result
 * @param inputs the new revision, as the user named it
 */
record DiffReport(
    Console console,
    ConsoleOptions options,
    FailOn failOn,
    ReportOptions reports,
    List<String> inputs) {
  private static final String OUT_OF_TIME =
      "the time ran out: the comparison is not complete; see --timeout";

  /** Prints the outcome and returns the exit code. */
  ExitCode of(DiffOutcome outcome) {
    return switch (outcome) {
      case DiffOutcome.Unusable(var problems) -> {
        console.report(problems);
        yield reports.write(
            console,
            ExitCode.BAD_INPUT,
            () -> DiffEntries.unusable(inputs, problems),
            Map.of(OutputFormat.JSON, () -> document(problems), OutputFormat.TEXT, () -> ""));
      }
      case DiffOutcome.Compared compared -> {
        for (DiffOutcome.Revision revision : List.of(compared.before(), compared.after())) {
          new ManifestsReport(console, options).read(revision.read());
          console.report(revision.read().problems());
        }
        if (!compared.assumed().isEmpty() && !options.quiet()) {
          console.status(compared.assumption());
        }
        if (reports.format() == OutputFormat.TEXT) {
          lines(compared).forEach(console::wrapped);
        }
        if (compared.timedOut()) {
          console.status(OUT_OF_TIME);
        }
        yield reports.write(
            console,
            ExitCode.of(compared.conclusion(failOn)),
            () -> DiffEntries.of(compared, failOn),
            Map.of(
                OutputFormat.JSON,
                () -> document(compared),
                OutputFormat.TEXT,
                () -> text(compared)));
      }
    };
  }

  /**
   * Reports that the time ran out before the revisions were compared, and returns the exit code.
   */
  ExitCode timedOut(List<Diagnostic> problems) {
    return reports.write(
        console,
        ExitCode.INCONCLUSIVE,
        () -> DiffEntries.undecided(inputs, problems),
        Map.of(OutputFormat.JSON, () -> document(problems)));
  }

  private List<String> lines(DiffOutcome.Compared compared) {
    boolean zones = !compared.program().zones().isEmpty();
    DiffText text =
        new DiffText(
            zones,
            compared.before().origins(),
            compared.after().origins(),
            compared.covered(),
            options.all());
    List<String> lines = new ArrayList<>();
    compared.open().ifPresent(open -> lines.addAll(text.open(open)));
    compared.paths().ifPresent(paths -> lines.addAll(text.paths(paths)));
    lines.addAll(text.verdicts(compared.assertions()));
    compared.workloads().ifPresent(found -> lines.addAll(text.workloads(found)));
    return lines;
  }

  private String text(DiffOutcome.Compared compared) {
    List<String> lines = new ArrayList<>(lines(compared));
    if (compared.timedOut()) {
      lines.add(OUT_OF_TIME);
    }
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static String document(List<Diagnostic> problems) {
    return Json.text(DiffData.unusable(problems)) + "\n";
  }

  private static String document(DiffOutcome.Compared compared) {
    DiffData data = new DiffData(compared.before().origins(), compared.after().origins());
    return Json.text(
            data.of(
                compared.problems(),
                compared.covered(),
                compared.open(),
                compared.paths(),
                compared.assertions(),
                compared.workloads()))
        + "\n";
  }
}
