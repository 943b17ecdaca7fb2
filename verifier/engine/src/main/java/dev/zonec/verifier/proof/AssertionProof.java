package dev.zonec.verifier.proof;

import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Waiver;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Outcome;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides the assertions of a program: whether a connection or path violates the assertion, and
 * whether waivers excuse all such violations (spec/verification.md, Claims and Waivers).
 *
 * <p>Claims about connections are decided here, with one question for each waiver and one for the
 * violations that no waiver excuses. {@link WaivedPaths} decides claims about paths.
 */
final class AssertionProof {
  private final Relations relations;
  private final Z3Checker checker;
  private final Replay replay;
  private final ConnectionAcceptance acceptance;
  private final WaivedPaths paths;

  AssertionProof(
      Relations relations,
      Z3Checker checker,
      Replay replay,
      ConnectionAcceptance acceptance,
      WaivedPaths paths) {
    this.relations = relations;
    this.checker = checker;
    this.replay = replay;
    this.acceptance = acceptance;
    this.paths = paths;
  }

  /**
   * Returns the verdict on {@code assertion}.
   *
   * @param waivers the waivers of this assertion
   */
  AssertionVerdict decide(Assertion assertion, List<Waiver> waivers) {
    Optional<String> empty = new EmptyParties(relations).of(assertion);
    if (empty.isPresent()) {
      return new AssertionVerdict(new Verdict.EmptyParty(empty.get()), List.of());
    }
    return assertion instanceof Assertion.NoPath claim
        ? paths.decide(claim, waivers)
        : decideOnConnections(assertion, waivers);
  }

  private AssertionVerdict decideOnConnections(Assertion assertion, List<Waiver> waivers) {
    Formula violated = new Violations(relations).of(assertion);
    List<Formula> remaining = new ArrayList<>(List.of(violated));
    List<Waiver> used = new ArrayList<>();
    List<Waiver> unused = new ArrayList<>();
    for (Waiver waiver : waivers) {
      Formula excused = ClaimObligations.excused(waiver);
      boolean excusesNothing =
          checker.check(Formula.all(violated, excused)) instanceof Outcome.Impossible;
      (excusesNothing ? unused : used).add(waiver);
      remaining.add(Formula.not(excused));
    }
    Formula unexcused = new Formula.All(remaining);
    Claim claim = new Claim.Asserted(assertion);
    Verdict rest = verdict(assertion, List.of(unexcused, Formula.not(acceptance.covered(claim))));
    AssertionVerdict decided = AssertionVerdict.of(rest, used, unused);
    return new AssertionVerdict(
        acceptance.verdict(
            claim, unexcused, possible -> replayed(assertion, possible), decided.verdict()),
        unused);
  }

  /**
   * Returns the verdict on the violations that satisfy all of {@code violated}. After each
   * counterexample, those like it are left out.
   */
  private Verdict verdict(Assertion assertion, List<Formula> violated) {
    List<Formula> remaining = new ArrayList<>(violated);
    DividedVerdict divided = new DividedVerdict();
    for (int i = 0; i < acceptance.most(1); i++) {
      switch (checker.check(new Formula.All(remaining))) {
        case Outcome.Impossible impossible -> {
          return divided.verdict();
        }
        case Outcome.Unknown(String reason) -> {
          divided.addUnknown(reason);
          return divided.verdict();
        }
        case Outcome.Possible possible -> {
          Counterexample found = replayed(assertion, possible);
          divided.add(found);
          if (acceptance.exhaustive()) {
            remaining.add(Formula.not(acceptance.like(found)));
          }
        }
      }
    }
    return divided.verdict();
  }

  private Counterexample replayed(Assertion assertion, Outcome.Possible possible) {
    return assertion instanceof Assertion.Reachable reachable
        ? new Counterexample.Unreachable(reachable, replay.blocked(possible))
        : new Counterexample.BrokenAssertion(assertion, List.of(replay.allowed(possible)));
  }
}
