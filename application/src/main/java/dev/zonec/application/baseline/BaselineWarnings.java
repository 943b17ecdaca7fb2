package dev.zonec.application.baseline;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Severity;
import dev.zonec.diagnostics.ShortList;
import dev.zonec.verifier.proof.AcceptedResult;
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
   * Returns a warning for each entry of a variant that accepts nothing.
   *
   * @param result the result of verifying the variant
   */
  public static List<Diagnostic> vanished(
      Baseline baseline, String variant, AcceptedResult result) {
    List<String> changes = baseline.context(variant).changes(result.context());
    return baseline.entries(variant).stream()
        .filter(entry -> result.vanished().contains(entry.acceptance()))
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
