package dev.zonec.application.report;

import dev.zonec.compiler.ignore.Suppressed;
import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/** Turns problems of the inputs, and warnings, into entries. */
public final class DiagnosticEntries {
  private DiagnosticEntries() {}

  /** Returns an entry for each of {@code problems}: errors fail, warnings warn. */
  public static List<Entry> of(List<Diagnostic> problems) {
    return problems.stream()
        .map(
            told ->
                Entry.of(
                    EntryIds.of(told), told.isError() ? Status.FAILED : Status.WARNING, "", told))
        .toList();
  }

  /** Returns an entry for each of {@code problems}, which make the result inconclusive. */
  public static List<Entry> undecided(List<Diagnostic> problems) {
    return problems.stream()
        .map(
            told ->
                Entry.of(
                    EntryIds.of(told),
                    told.isError() ? Status.INCONCLUSIVE : Status.WARNING,
                    "",
                    told))
        .toList();
  }

  /** Returns an entry for each suppressed warning, with the reason of its comment. */
  public static List<Entry> suppressed(List<Suppressed> all) {
    return all.stream()
        .map(
            each ->
                Entry.of(EntryIds.of(each.problem()), Status.SUPPRESSED, "", each.problem())
                    .accepted(each.reason()))
        .toList();
  }
}
