package dev.zonec.application.verify;

import dev.zonec.application.report.DiagnosticEntries;
import dev.zonec.application.report.Entry;
import dev.zonec.application.report.EntryRule;
import dev.zonec.application.report.Status;
import dev.zonec.compiler.ignore.Sifted;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Waiver;
import dev.zonec.verifier.finding.Finding;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.VerificationResult;
import dev.zonec.verifier.report.ClaimText;
import dev.zonec.verifier.report.VerificationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns the verdicts of a variant into entries.
 *
 * @param sources the sources, whose comments suppress warnings
 * @param verified the variant
 * @param assumptions the assumptions of its proofs
 */
record FindingEntries(
    ProgramSources sources, VariantOutcome.Verified verified, List<String> assumptions) {
  /** Returns an entry for each finding and each warning about the claims. */
  List<Entry> entries(Set<String> vacuous) {
    VerificationResult result = verified.result();
    List<Entry> entries = new ArrayList<>();
    for (Finding finding : verified.findings()) {
      entries.add(entry(finding, vacuous));
    }
    entries.addAll(DiagnosticEntries.of(verified.warnings()));
    entries.addAll(DiagnosticEntries.suppressed(verified.suppressed()));
    Sifted unused = Sifted.of(VerificationReport.unusedWaivers(result), sources.sources());
    entries.addAll(DiagnosticEntries.of(unused.remaining()));
    entries.addAll(DiagnosticEntries.suppressed(unused.suppressed()));
    return entries;
  }

  /** Returns an entry for each violation. */
  List<Entry> violations() {
    return verified.findings().stream()
        .filter(Finding.Violation.class::isInstance)
        .map(finding -> entry(finding, Set.of()))
        .toList();
  }

  private Entry entry(Finding finding, Set<String> vacuous) {
    return switch (finding) {
      case Finding.Holds holds -> holding(finding, held(holds.claim(), vacuous));
      case Finding.HoldsWithWaivers waived ->
          holding(finding, Status.WAIVED)
              .accepted(
                  waived.waivers().stream()
                      .map(FindingEntries::excuse)
                      .collect(Collectors.joining("; ")));
      case Finding.HoldsExceptAccepted holds ->
          holding(finding, Status.WAIVED)
              .accepted(
                  Stream.concat(
                          holds.waivers().stream().map(FindingEntries::excuse),
                          Stream.of("the baseline accepts findings"))
                      .collect(Collectors.joining("; ")));
      case Finding.Accepted accepted ->
          violated(finding, accepted.violation(), Status.ACCEPTED)
              .accepted(
                  accepted.acceptance().reason() + ", until " + accepted.acceptance().until());
      case Finding.Violation violation -> violated(finding, violation, status(violation));
      case Finding.Inconclusive inconclusive -> told(finding, Status.INCONCLUSIVE);
      case Finding.Moot moot -> moot(moot);
      case Finding.EmptyAssertion empty -> told(finding, Status.FAILED);
      case Finding.EmptyDisjointness empty -> told(finding, Status.FAILED);
    };
  }

  private static Status held(Claim claim, Set<String> vacuous) {
    return claim instanceof Claim.Asserted(Assertion assertion)
            && vacuous.contains(assertion.name())
        ? Status.VACUOUS
        : Status.PROVED;
  }

  private static Status status(Finding.Violation violation) {
    return switch (violation.certainty()) {
      case CERTAIN -> Status.FAILED;
      case PROVISIONAL -> Status.WARNING;
    };
  }

  private Entry violated(Finding finding, Finding.Violation violation, Status status) {
    return told(finding, status)
        .along(
            FindingPath.of(violation.hops(), verified.origins()),
            FindingPath.cause(violation.hops()));
  }

  private Entry holding(Finding finding, Status status) {
    return Entry.holding(
        finding.id().value(),
        status,
        new EntryRule.OfCode(ClaimText.code(finding.claim())),
        claim(finding.claim()),
        ClaimText.place(finding.claim()),
        assumptions);
  }

  private Entry told(Finding finding, Status status) {
    Diagnostic diagnostic = verified.report().diagnostic(finding).orElseThrow();
    Sifted sifted = Sifted.of(List.of(diagnostic), sources.sources());
    Entry entry =
        Entry.of(
            finding.id().value(),
            sifted.suppressed().isEmpty() ? status : Status.SUPPRESSED,
            claim(finding.claim()),
            diagnostic);
    return sifted.suppressed().stream()
        .findFirst()
        .map(by -> entry.accepted(by.reason()))
        .orElse(entry);
  }

  private static Entry moot(Finding.Moot moot) {
    return Entry.of(
        moot.id().value(),
        Status.INCONCLUSIVE,
        claim(moot.claim()),
        Diagnostic.error(
            Code.ZC0510, ClaimText.name(moot.claim()) + " is inconclusive: " + moot.reason()));
  }

  private static String claim(Claim claim) {
    return claim instanceof Claim.Asserted(Assertion assertion)
        ? ClaimText.name(claim)
            + ": "
            + assertion.span().text().lines().map(String::strip).collect(Collectors.joining(" "))
        : ClaimText.name(claim);
  }

  private static String excuse(Waiver waiver) {
    return waiver.reason() + ", approved by " + waiver.approvedBy() + " until " + waiver.until();
  }
}
