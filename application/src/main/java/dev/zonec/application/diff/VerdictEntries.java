package dev.zonec.application.diff;

import dev.zonec.application.report.Entry;
import dev.zonec.application.report.EntryRule;
import dev.zonec.application.report.EntryRule.OfDifference;
import dev.zonec.application.report.PathHop;
import dev.zonec.application.report.Status;
import dev.zonec.application.verify.FindingPath;
import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.diagnostics.Place;
import dev.zonec.verifier.diff.VerdictChange;
import dev.zonec.verifier.finding.Finding;
import dev.zonec.verifier.finding.FindingHop;
import dev.zonec.verifier.finding.FindingRule;
import dev.zonec.verifier.report.ClaimText;
import dev.zonec.verifier.report.DiffText;
import java.util.List;
import java.util.Optional;

/**
 * Turns the claims whose verdicts differ into entries.
 *
 * @param after the verdicts of the new revision, if it has a program
 * @param worse the status of a verdict that gets worse
 */
record VerdictEntries(Optional<VariantOutcome.Verified> after, Status worse) {
  /** Returns the entry of {@code change}. */
  Entry of(VerdictChange change) {
    EntryRule rule = change.worsens() ? OfDifference.VERDICT_WORSENS : OfDifference.VERDICT_CHANGES;
    String claim = ClaimText.name(change.claim());
    Entry entry =
        Entry.difference(
            change.worsens() ? worse : Status.NOTE,
            rule,
            claim,
            claim
                + ": "
                + DiffText.verdict(change.before())
                + " becomes "
                + DiffText.verdict(change.after()));
    List<FindingHop> hops = change.worsens() ? counterexample(change) : List.of();
    List<PathHop> path =
        after.map(verified -> FindingPath.of(hops, verified.origins())).orElse(List.of());
    Place claimed = ClaimText.place(change.claim());
    Optional<FindingRule> cause =
        hops.stream().flatMap(hop -> hop.admitting().stream()).findFirst();
    // A claim that every program has is in no line; the first rule of the path stands for it.
    return claimed instanceof Place.Nowhere && cause.isPresent()
        ? entry.at(
            Place.at(cause.get().place()),
            cause.get().policy() + " allows",
            List.of(),
            List.of(),
            path)
        : entry.at(claimed, "", List.of(), List.of(), path);
  }

  /** Returns the connections of the first counterexample in the new revision. */
  private List<FindingHop> counterexample(VerdictChange change) {
    return after.stream()
        .flatMap(verified -> verified.findings().stream())
        .filter(Finding.Violation.class::isInstance)
        .map(Finding.Violation.class::cast)
        .filter(finding -> finding.claim().equals(change.claim()))
        .map(Finding.Violation::hops)
        .findFirst()
        .orElse(List.of());
  }
}
