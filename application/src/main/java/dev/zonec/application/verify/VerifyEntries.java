package dev.zonec.application.verify;

import dev.zonec.application.report.DiagnosticEntries;
import dev.zonec.application.report.Entry;
import dev.zonec.application.report.Report;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.verifier.report.VerificationSummary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the report of a verification, variant by variant. */
public final class VerifyEntries {
  private final List<String> files;
  private final List<Entry> entries = new ArrayList<>();
  private final List<String> summary = new ArrayList<>();
  private final Set<String> headlines = new LinkedHashSet<>();

  private VerifyEntries(List<String> files) {
    this.files = files;
  }

  /** Returns the report of a run whose inputs cannot be used. */
  public static Report unusable(List<String> files, List<Diagnostic> problems) {
    return new Report("verify", "", files, List.of(), DiagnosticEntries.of(problems));
  }

  /** Returns the report of a run that ended before its inputs were read. */
  public static Report undecided(List<String> files, List<Diagnostic> problems) {
    return new Report("verify", "", files, List.of(), DiagnosticEntries.undecided(problems));
  }

  /** Returns the entries of the claims of a variant that hold. */
  public static List<Entry> held(Verify.Ready ready, VariantOutcome.Verified verified) {
    return new FindingEntries(ready.sources(), verified, List.of())
        .entries(VerificationSummary.vacuous(verified.result(), verified.zones())).stream()
            .filter(entry -> !entry.status().open())
            .toList();
  }

  /** Begins the report of a run: with the problems of its inputs. */
  public static VerifyEntries of(Verify.Ready ready) {
    VerifyEntries begun =
        new VerifyEntries(
            ready.sources().sources().stream().map(source -> source.text().name()).toList());
    begun.entries.addAll(DiagnosticEntries.of(ready.warnings()));
    begun.entries.addAll(DiagnosticEntries.suppressed(ready.suppressed()));
    begun.entries.addAll(DiagnosticEntries.of(ready.read().accepted()));
    begun.entries.addAll(DiagnosticEntries.undecided(ready.read().problems()));
    return begun;
  }

  /**
   * Adds the verdicts of a variant.
   *
   * @param warnings warnings about its policies and about the program as a whole
   */
  public void verified(
      String variant,
      Verify.Ready ready,
      VariantOutcome.Verified verified,
      List<Diagnostic> warnings) {
    VerificationSummary lines = ready.summary(verified);
    if (!verified.headline().isEmpty()) {
      headlines.add(verified.headline());
    }
    add(
        variant,
        new FindingEntries(ready.sources(), verified, lines.assumptions(verified.result()))
            .entries(VerificationSummary.vacuous(verified.result(), verified.zones())));
    add(variant, DiagnosticEntries.of(warnings));
    if (!variant.isEmpty()) {
      summary.add(variant + ":");
    }
    summary.addAll(
        lines.lines(verified.result(), verified.zones(), ready.request().manifests().given()));
  }

  /** Adds the problems of a variant that does not compile. */
  public void rejected(String variant, List<Diagnostic> problems) {
    add(variant, DiagnosticEntries.of(problems));
  }

  /** Adds the problems of a variant that was not verified in time. */
  public void undecided(String variant, List<Diagnostic> problems) {
    add(variant, DiagnosticEntries.undecided(problems));
  }

  private void add(String variant, List<Entry> all) {
    all.forEach(entry -> entries.add(entry.in(variant)));
  }

  /** Returns the report. */
  public Report report() {
    return new Report("verify", String.join("; ", headlines), files, summary, entries);
  }
}
