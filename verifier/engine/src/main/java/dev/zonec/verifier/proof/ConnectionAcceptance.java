package dev.zonec.verifier.proof;

import dev.zonec.verifier.accepted.Acceptance;
import dev.zonec.verifier.accepted.Extent;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Outcome;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.function.Function;

/**
 * Accepted violations of claims about single connections. Each acceptance covers a region of
 * connections, and two things are asked: whether the region contains a violation, and, by the claim
 * itself, whether there is one outside of all regions.
 */
final class ConnectionAcceptance {
  private final AcceptedFindings accepted;
  private final AcceptedRegions regions;
  private final AcceptedRegions regionsNow;
  private final Extents extents;
  private final Z3Checker checker;

  ConnectionAcceptance(
      AcceptedFindings accepted, AcceptedRegions regions, Extents extents, Z3Checker checker) {
    this.accepted = accepted;
    this.regions = regions;
    this.regionsNow = regions.ofNow();
    this.extents = extents;
    this.checker = checker;
  }

  /** The connection is in the region of an acceptance of {@code claim}. */
  Formula covered(Claim claim) {
    return new Formula.Any(
        accepted.of(claim).stream().map(each -> region(regions, each.extent())).toList());
  }

  /**
   * The connection is a violation like {@code example}: somebody who accepts the example accepts it
   * too.
   */
  Formula like(Counterexample example) {
    return region(regionsNow, extents.of(example));
  }

  /** Returns the most counterexamples to look for in one question. */
  int most(int few) {
    return accepted.most(few);
  }

  /** Returns whether all violations are looked for. */
  boolean exhaustive() {
    return accepted.exhaustive();
  }

  /**
   * Returns the verdict on {@code claim}.
   *
   * @param violated a connection violates the claim
   * @param replayed evaluates a violation
   * @param rest the verdict on the violations that are not covered
   */
  Verdict verdict(
      Claim claim,
      Formula violated,
      Function<Outcome.Possible, Counterexample> replayed,
      Verdict rest) {
    for (Acceptance each : accepted.of(claim)) {
      Outcome outcome = checker.check(Formula.all(violated, region(regions, each.extent())));
      accepted.answered(claim, each, outcome, replayed);
    }
    return accepted.verdict(claim, rest);
  }

  /** The region of an extent; an extent of another kind covers no connection. */
  private static Formula region(AcceptedRegions regions, Extent extent) {
    return switch (extent) {
      case Extent.Connections connections -> regions.of(connections);
      case Extent.BlockedConnections blocked -> regions.of(blocked);
      case Extent.BlockedFlow flow -> Formula.any();
      case Extent.Paths paths -> Formula.any();
      case Extent.SharedPod shared -> Formula.any();
    };
  }
}
