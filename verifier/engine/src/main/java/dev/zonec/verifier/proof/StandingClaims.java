package dev.zonec.verifier.proof;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Decides the claims that every verification checks, whatever the program asserts. */
record StandingClaims(
    Relations relations,
    Z3Checker checker,
    Replay replay,
    PathFinder finder,
    AcceptedFindings accepted,
    ConnectionAcceptance acceptance,
    Deadline deadline,
    ClaimProgress progress) {
  /**
   * Returns the claims, in the order in which they are decided.
   *
   * @param bothWays whether {@link Claim.FreeEndsAdmit} is one of them
   */
  static List<Claim> all(boolean bothWays) {
    List<Claim> claims = new ArrayList<>();
    claims.add(new Claim.NoUndeclaredConnection());
    claims.add(new Claim.NoBlockedFlow());
    if (bothWays) {
      claims.add(new Claim.FreeEndsAdmit());
    }
    claims.add(new Claim.NoUndeclaredPath());
    return claims;
  }

  /** Decides each claim and passes its verdict to {@code decided} before it decides the next. */
  void decide(boolean bothWays, Consumer<ClaimVerdict> decided) {
    progress.begin(new Claim.NoUndeclaredConnection());
    Verdict noUndeclaredConnection =
        new UndeclaredConnectionProof(relations, checker, replay, acceptance).verdict();
    decided.accept(new ClaimVerdict(new Claim.NoUndeclaredConnection(), noUndeclaredConnection));
    progress.begin(new Claim.NoBlockedFlow());
    decided.accept(
        new ClaimVerdict(
            new Claim.NoBlockedFlow(),
            new BlockedFlowProof(relations, checker, replay, accepted).verdict()));
    if (bothWays) {
      progress.begin(new Claim.FreeEndsAdmit());
      decided.accept(
          new ClaimVerdict(
              new Claim.FreeEndsAdmit(), new FreeEndsProof(relations, checker, replay).verdict()));
    }
    progress.begin(new Claim.NoUndeclaredPath());
    decided.accept(
        new ClaimVerdict(
            new Claim.NoUndeclaredPath(),
            new UndeclaredPathProof(relations, finder, deadline, accepted)
                .verdict(noUndeclaredConnection)));
  }
}
