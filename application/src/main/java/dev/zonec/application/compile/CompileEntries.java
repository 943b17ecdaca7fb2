package dev.zonec.application.compile;

import dev.zonec.application.report.DiagnosticEntries;
import dev.zonec.application.report.Entry;
import dev.zonec.application.report.EntryRule;
import dev.zonec.application.report.Report;
import dev.zonec.application.report.Status;
import dev.zonec.diagnostics.ContentHash;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.report.ClaimText;
import java.util.ArrayList;
import java.util.List;

/** Turns the outcome of a compilation into a report. */
public final class CompileEntries {
  /** The claims that every compilation proves. */
  private static final List<Claim> CLAIMS =
      List.of(
          new Claim.NoUndeclaredConnection(),
          new Claim.NoBlockedFlow(),
          new Claim.NoUndeclaredPath());

  private CompileEntries() {}

  /**
   * Returns the report.
   *
   * @param files the sources
   * @param output the problems and differences of the output folder
   */
  public static Report report(List<String> files, CompileOutcome outcome, List<Diagnostic> output) {
    List<Entry> entries = new ArrayList<>(DiagnosticEntries.of(output));
    switch (outcome) {
      case CompileOutcome.Unusable(var problems) -> entries.addAll(DiagnosticEntries.of(problems));
      case CompileOutcome.Rejected(var read, var problems) -> {
        entries.addAll(DiagnosticEntries.of(read.accepted()));
        entries.addAll(DiagnosticEntries.of(problems));
      }
      case CompileOutcome.Compiled compiled -> {
        entries.addAll(DiagnosticEntries.of(compiled.read().accepted()));
        entries.addAll(DiagnosticEntries.of(compiled.warnings()));
        entries.addAll(DiagnosticEntries.of(compiled.podWarnings()));
        entries.addAll(DiagnosticEntries.suppressed(compiled.suppressed()));
        entries.addAll(validated(compiled.validation()));
      }
    }
    return new Report("compile", "", files, summary(outcome), entries);
  }

  /** Returns the report of a run that ended without an answer. */
  public static Report undecided(List<String> files, List<Diagnostic> problems) {
    return new Report("compile", "", files, List.of(), DiagnosticEntries.undecided(problems));
  }

  private static List<String> summary(CompileOutcome outcome) {
    return outcome instanceof CompileOutcome.Compiled compiled
            && compiled.validation() instanceof Validation.Proved(var assumptions)
        ? List.of("assuming: " + String.join("; ", assumptions))
        : List.of();
  }

  private static List<Entry> validated(Validation validation) {
    return switch (validation) {
      case Validation.Proved(var assumptions) ->
          CLAIMS.stream().map(claim -> proved(claim, assumptions)).toList();
      case Validation.Inconclusive(var findings) -> DiagnosticEntries.undecided(findings);
      case Validation.Violated(var findings) -> DiagnosticEntries.of(findings);
      case Validation.Miscompiled(var findings) -> DiagnosticEntries.of(findings);
    };
  }

  private static Entry proved(Claim claim, List<String> assumptions) {
    String name = ClaimText.name(claim) + " of the compiled policies";
    return Entry.holding(
        "holds-" + ContentHash.of(name),
        Status.PROVED,
        new EntryRule.OfCode(ClaimText.code(claim)),
        name,
        new Place.Nowhere(),
        assumptions);
  }
}
