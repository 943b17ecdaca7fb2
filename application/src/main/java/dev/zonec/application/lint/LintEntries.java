package dev.zonec.application.lint;

import dev.zonec.application.report.DiagnosticEntries;
import dev.zonec.application.report.Entry;
import dev.zonec.application.report.Report;
import dev.zonec.application.report.Status;
import dev.zonec.compiler.lint.LintResult;
import dev.zonec.diagnostics.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Turns the outcome of lint into a report. */
public final class LintEntries {
  private LintEntries() {}

  /**
   * Returns the report.
   *
   * @param files the sources
   * @param failed problems of files that could not be written
   */
  public static Report report(List<String> files, LintOutcome outcome, List<Diagnostic> failed) {
    List<Entry> entries = new ArrayList<>(DiagnosticEntries.of(failed));
    entries.addAll(
        switch (outcome) {
          case LintOutcome.Unusable(var problems) -> DiagnosticEntries.of(problems);
          case LintOutcome.Uncovered(var read) -> DiagnosticEntries.of(read.problems());
          case LintOutcome.Linted(var read, var fixes, var result) -> linted(result);
        });
    return new Report("lint", "", files, List.of(), entries, Set.of(Status.FAILED, Status.WARNING));
  }

  /** Returns the report of a run that ended without an answer. */
  public static Report undecided(List<String> files, List<Diagnostic> problems) {
    return new Report("lint", "", files, List.of(), DiagnosticEntries.undecided(problems));
  }

  private static List<Entry> linted(LintResult result) {
    List<Entry> entries = new ArrayList<>(DiagnosticEntries.of(result.diagnostics()));
    entries.addAll(DiagnosticEntries.suppressed(result.suppressed()));
    return entries;
  }
}
