package dev.zonec.application.baseline;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Severity;
import dev.zonec.diagnostics.ShortList;
import dev.zonec.verifier.accepted.Acceptance;
import dev.zonec.verifier.accepted.AcceptedContext;
import java.time.LocalDate;
import java.util.List;

/** Warns about entries of a baseline that accept nothing. */
public final class BaselineWarnings {
  private static final int MOST_CHANGES = 3;

  private BaselineWarnings() {}

  /** Returns a warning for each entry that no longer counts on {@code day}. */
  public static List<Diagnostic> expired(Baseline baseline, LocalDate day) {
    return baseline.entries().stream()
        .filter(entry -> entry.isExpired(day))
        .map(
            entry ->
                warning(
                        Code.ZC0813,
                        entry,
                        "a finding about `"
                            + entry.acceptance().claim()
                            + "` was accepted until "
                            + entry.acceptance().until())
                    .note("the reason was: " + entry.acceptance().reason())
                    .help("correct the finding, or choose a later date"))
        .toList();
  }

  /**
   * Returns a warning for each of {@code vanished}.
   *
   * @param variant the variant in which they accept nothing
   * @param now what acceptances can rely on in this run
   */
  public static List<Diagnostic> vanished(
      Baseline baseline, String variant, List<Acceptance> vanished, AcceptedContext now) {
    List<String> changes = baseline.context(variant).changes(now);
    return vanished.stream()
        .flatMap(acceptance -> baseline.entry(variant, acceptance).stream())
        .map(
            entry ->
                withChanges(
                        changes,
                        warning(
                            Code.ZC0812,
                            entry,
                            "an entry of the baseline about `"
                                + entry.acceptance().claim()
                                + "` accepts nothing"
                                + (variant.isEmpty() ? "" : " with " + variant)))
                    .help("delete the entry, or run `zonec baseline --prune`"))
        .toList();
  }

  private static Diagnostic withChanges(List<String> changes, Diagnostic vanished) {
    return changes.isEmpty()
        ? vanished
        : vanished.note("since it was accepted: " + ShortList.of(changes, MOST_CHANGES));
  }

  private static Diagnostic warning(Code code, BaselineEntry entry, String message) {
    return new Diagnostic(Severity.WARNING, code, message, entry.place(), "", List.of());
  }
}
