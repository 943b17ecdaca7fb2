package dev.zonec.application.flows;

import dev.zonec.application.report.DiagnosticEntries;
import dev.zonec.application.report.Entry;
import dev.zonec.application.report.PathHop;
import dev.zonec.application.report.Report;
import dev.zonec.application.report.Status;
import dev.zonec.diagnostics.ContentHash;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Severity;
import dev.zonec.flows.attribution.FlowEnd;
import dev.zonec.flows.rule.Row;
import dev.zonec.flows.rule.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns findings about flows into entries of a report. */
public final class FlowEntries {
  private FlowEntries() {}

  /** Returns the report of logs that were read. */
  public static Report of(CheckedFlows checked, List<String> summary) {
    List<Entry> entries = new ArrayList<>();
    entries.addAll(DiagnosticEntries.of(checked.inputs().warnings()));
    entries.addAll(DiagnosticEntries.undecided(checked.inputs().gaps()));
    entries.addAll(DiagnosticEntries.undecided(checked.problems()));
    entries.addAll(DiagnosticEntries.undecided(checked.unjudged()));
    checked.findings().forEach(row -> entries.add(entry(row)));
    return new Report(
        "flows", "", checked.logs().stream().map(log -> log.file()).toList(), summary, entries);
  }

  /** Returns the report of inputs that cannot be used. */
  public static Report unusable(List<Diagnostic> problems) {
    return new Report("flows", "", List.of(), List.of(), DiagnosticEntries.of(problems));
  }

  /** Returns the report of a run that ended before its inputs were read. */
  public static Report undecided(List<Diagnostic> problems) {
    return new Report("flows", "", List.of(), List.of(), DiagnosticEntries.undecided(problems));
  }

  /** Returns the id of a finding, which depends on its kind, ends and port, but on no record. */
  public static String id(Row row) {
    RowKey key = row.key();
    return FlowDiagnostics.code(key.kind()).name().toLowerCase(Locale.ROOT)
        + "-"
        + ContentHash.of(
            key.from().name(),
            key.to().name(),
            key.transport(),
            key.outcome().word() + key.oriented());
  }

  private static Entry entry(Row row) {
    Diagnostic told = FlowDiagnostics.of(row);
    RowKey key = row.key();
    boolean outside =
        key.from().kind() == FlowEnd.Kind.OUTSIDE || key.to().kind() == FlowEnd.Kind.OUTSIDE;
    return Entry.of(
            id(row),
            told.severity() == Severity.ERROR ? Status.FAILED : Status.WARNING,
            key.kind().title(),
            told)
        .along(
            List.of(
                new PathHop(
                    key.from().name(), key.to().name(), key.transport(), outside, List.of())),
            "");
  }
}
