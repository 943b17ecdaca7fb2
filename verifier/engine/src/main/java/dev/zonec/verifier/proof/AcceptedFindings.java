package dev.zonec.verifier.proof;

import dev.zonec.model.program.Waiver;
import dev.zonec.verifier.accepted.Acceptance;
import dev.zonec.verifier.accepted.AcceptedContext;
import dev.zonec.verifier.accepted.Extent;
import dev.zonec.verifier.smt.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The acceptances of a run, and what the proofs find out about each.
 *
 * <p>An acceptance is <i>present</i> if something exists that it accepts, <i>absent</i> if this is
 * impossible, and otherwise open. A claim is divided into questions or into instances, so an
 * acceptance that is absent in one of them can be present in another: it has vanished only if it is
 * absent and never present or open.
 */
final class AcceptedFindings {
  private final Accepting accepting;
  private final AcceptedContext now;
  private final Map<Acceptance, AcceptedViolation> present = new LinkedHashMap<>();
  private final Set<Acceptance> open = new LinkedHashSet<>();

  /**
   * @param accepting the acceptances
   * @param now the context of the run
   */
  AcceptedFindings(Accepting accepting, AcceptedContext now) {
    this.accepting = accepting;
    this.now = now;
  }

  /** Returns whether a party has the same definition as when it was named in an acceptance. */
  boolean keepsParty(String name) {
    return accepting.context().keepsParty(name, now);
  }

  /** Returns the acceptances of {@code claim}. */
  List<Acceptance> of(Claim claim) {
    String key = claim.key();
    return accepting.acceptances().stream().filter(each -> each.claim().equals(key)).toList();
  }

  /** Returns the most counterexamples to look for in one question. */
  int most(int few) {
    return accepting.most(few);
  }

  /** Returns whether all violations are looked for. */
  boolean exhaustive() {
    return accepting.exhaustive();
  }

  /** Something exists that {@code acceptance} accepts, such as {@code example}. */
  void present(Claim claim, Acceptance acceptance, Counterexample example) {
    present.putIfAbsent(acceptance, new AcceptedViolation(claim, acceptance, example));
  }

  /** It is not known whether something exists that {@code acceptance} accepts. */
  void open(Acceptance acceptance) {
    open.add(acceptance);
  }

  /**
   * Returns the verdict on a claim, given the verdict on all its violations that are not accepted.
   *
   * @param rest proved only if no violation exists outside of the acceptances of {@code claim}
   */
  Verdict verdict(Claim claim, Verdict rest) {
    boolean needed = of(claim).stream().anyMatch(each -> !isAbsent(each));
    return switch (rest) {
      case Verdict.Proved proved when needed -> new Verdict.Accepted(List.of());
      case Verdict.Waived(List<Waiver> used) when needed -> new Verdict.Accepted(used);
      case Verdict.Proved proved -> rest;
      case Verdict.Waived waived -> rest;
      case Verdict.Accepted accepted -> rest;
      case Verdict.Refuted refuted -> rest;
      case Verdict.Inconclusive inconclusive -> rest;
      case Verdict.EmptyParty empty -> rest;
    };
  }

  private boolean isAbsent(Acceptance acceptance) {
    return !present.containsKey(acceptance) && !open.contains(acceptance);
  }

  /** Returns the acceptance of {@code claim} with this extent. */
  Optional<Acceptance> of(Claim claim, Extent extent) {
    return of(claim).stream().filter(each -> each.extent().equals(extent)).findFirst();
  }

  /**
   * Records the answer to the question whether something exists that {@code acceptance} accepts.
   *
   * @param replayed evaluates what the solver found
   */
  void answered(
      Claim claim,
      Acceptance acceptance,
      Outcome outcome,
      Function<Outcome.Possible, Counterexample> replayed) {
    switch (outcome) {
      case Outcome.Impossible impossible -> {}
      case Outcome.Unknown unknown -> open(acceptance);
      case Outcome.Possible possible -> present(claim, acceptance, replayed.apply(possible));
    }
  }

  /**
   * Returns the result of a run that has decided all claims.
   *
   * @param namespaces the names of the namespaces that an acceptance can name
   */
  AcceptedResult result(Set<String> namespaces) {
    List<Acceptance> vanished = new ArrayList<>(accepting.acceptances());
    vanished.removeIf(each -> !isAbsent(each));
    return new AcceptedResult(List.copyOf(present.values()), vanished, namespaces, now);
  }
}
