package dev.zonec.application.accept;

import dev.zonec.application.baseline.Baseline;
import dev.zonec.application.baseline.BaselineEntry;
import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.application.verify.Verify;
import dev.zonec.compiler.LoadedVariant;
import dev.zonec.diagnostics.Conclusion;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.verifier.accepted.Acceptance;
import dev.zonec.verifier.accepted.Extent;
import dev.zonec.verifier.finding.Findings;
import dev.zonec.verifier.proof.ClaimVerdict;
import dev.zonec.verifier.proof.Counterexample;
import dev.zonec.verifier.proof.Extents;
import dev.zonec.verifier.proof.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Accepts all findings of a verification.
 *
 * <p>The program is verified until no violation is left that can be accepted: each round accepts
 * the violations of the round before it. The last round therefore proves that the new baseline
 * covers every violation, or says which claims still do not hold. A run that finds more and more
 * violations stops after {@value #MOST_ROUNDS} rounds, and then says so in the same way.
 */
public final class Accept {
  private static final int MOST_ROUNDS = 6;

  private final AcceptRequest request;
  private final Verify.Ready ready;
  private Baseline baseline;
  private final List<BaselineEntry> added = new ArrayList<>();
  private final List<BaselineEntry> removed = new ArrayList<>();
  private final List<Diagnostic> left = new ArrayList<>();
  private Conclusion conclusion = Conclusion.HOLDS;

  private Accept(AcceptRequest request, Verify.Ready ready) {
    this.request = request;
    this.ready = ready;
    this.baseline = ready.baseline();
  }

  /** Verifies the program, and returns the new content of the baseline file. */
  public static AcceptOutcome of(AcceptRequest request, Deadline deadline) {
    return switch (Verify.of(request.verify())) {
      case Verify.Unusable(var problems, var files) -> new AcceptOutcome.Unusable(problems);
      case Verify.Ready ready -> new Accept(request, ready).outcome(deadline);
    };
  }

  private AcceptOutcome outcome(Deadline deadline) {
    for (LoadedVariant variant : ready.variants()) {
      switch (rounds(variant, deadline)) {
        case VariantOutcome.Rejected(var problems) -> {
          return new AcceptOutcome.Unusable(problems);
        }
        case VariantOutcome.Verified verified -> {
          reduceContext(variant.label());
          conclude(verified);
        }
      }
    }
    boolean changed = !baseline.equals(ready.baseline());
    return new AcceptOutcome.Accepted(
        request.file(), ready.read(), baseline, added, removed, left, changed, conclusion);
  }

  /** Verifies a variant until no violation can be accepted, and returns the last outcome. */
  private VariantOutcome rounds(LoadedVariant variant, Deadline deadline) {
    for (int round = 1; ; round++) {
      VariantOutcome outcome = verified(variant, deadline);
      if (!(outcome instanceof VariantOutcome.Verified verified)) {
        return outcome;
      }
      removeVanished(variant.label(), verified);
      if (round == MOST_ROUNDS
          || !renewContext(variant.label(), verified)
          || !accept(variant.label(), verified)) {
        return outcome;
      }
    }
  }

  private VariantOutcome verified(LoadedVariant variant, Deadline deadline) {
    return ready.with(baseline).verification(variant).outcome(deadline);
  }

  /**
   * Takes over the context of a round, which new entries are about. This is possible only if every
   * claim is decided: then the old entries that rely on something else have vanished and are
   * removed. Returns whether it is possible.
   */
  private boolean renewContext(String variant, VariantOutcome.Verified verified) {
    if (!isDecided(verified) && !baseline.entries(variant).isEmpty()) {
      return false;
    }
    baseline = baseline.with(variant, verified.result().accepted().context());
    return true;
  }

  private static boolean isDecided(VariantOutcome.Verified verified) {
    return verified.certain()
        && verified.result().verdicts().stream()
            .noneMatch(decided -> decided.verdict() instanceof Verdict.Inconclusive);
  }

  /** Accepts the violations of a round. Returns whether there were any. */
  private boolean accept(String variant, VariantOutcome.Verified verified) {
    boolean any = false;
    for (ClaimVerdict decided : verified.result().verdicts()) {
      if (decided.verdict() instanceof Verdict.Refuted(List<Counterexample> counterexamples)
          && request.accepting().isPresent()) {
        for (Counterexample each : counterexamples) {
          any |= add(entry(variant, verified, decided, each, request.accepting().get()));
        }
      }
    }
    return any;
  }

  private static BaselineEntry entry(
      String variant,
      VariantOutcome.Verified verified,
      ClaimVerdict decided,
      Counterexample counterexample,
      NewEntries wanted) {
    Findings findings = new Findings(verified.program(), verified.origins());
    Extents extents = new Extents(verified.program(), verified.result().accepted().namespaces());
    return new BaselineEntry(
        variant,
        new Acceptance(
            findings.id(decided.claim(), counterexample).value(),
            decided.claim().key(),
            extents.of(counterexample),
            wanted.reason(),
            wanted.until()),
        new Place.Nowhere());
  }

  /** Adds an entry in the place of expired ones. Returns whether it is new. */
  private boolean add(BaselineEntry entry) {
    if (added.stream().anyMatch(entry::acceptsSame)) {
      return false;
    }
    List<BaselineEntry> entries = new ArrayList<>(baseline.entries());
    List<BaselineEntry> replaced = entries.stream().filter(entry::acceptsSame).toList();
    entries.removeAll(replaced);
    removed.addAll(replaced);
    entries.add(entry);
    added.add(entry);
    baseline = baseline.with(entries);
    return true;
  }

  /**
   * Removes the entries of a variant that accept nothing. Expired entries were not examined, but if
   * the violations that they accepted still existed, new entries would have replaced them.
   */
  private void removeVanished(String variant, VariantOutcome.Verified verified) {
    if (!verified.certain()) {
      return;
    }
    boolean replaces = request.accepting().isPresent() && isDecided(verified);
    List<Acceptance> vanished = verified.result().accepted().vanished();
    List<BaselineEntry> gone =
        baseline.entries(variant).stream()
            .filter(
                entry ->
                    vanished.contains(entry.acceptance())
                        || (replaces && entry.isExpired(request.verification().program().day())))
            .toList();
    List<BaselineEntry> entries = new ArrayList<>(baseline.entries());
    entries.removeAll(gone);
    removed.addAll(gone);
    baseline = baseline.with(entries);
  }

  /** Reduces the context of a variant to what its entries rely on. */
  private void reduceContext(String variant) {
    List<Extent> extents =
        baseline.entries(variant).stream().map(entry -> entry.acceptance().extent()).toList();
    baseline = baseline.with(variant, baseline.context(variant).of(extents));
  }

  private void conclude(VariantOutcome.Verified verified) {
    left.addAll(verified.report().diagnostics(verified.findings(), verified.result()));
    Conclusion one = verified.result().conclusion();
    if (one == Conclusion.VIOLATED || conclusion == Conclusion.HOLDS) {
      conclusion = one;
    }
  }
}
