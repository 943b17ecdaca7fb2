package dev.zonec.verifier.proof;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.verifier.smt.ParallelQuestions;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Decides the claims that every verification checks, whatever the program asserts. */
record StandingClaims(
    Relations relations,
    Z3Checker checker,
    ParallelQuestions small,
    Replay replay,
    PathFinder finder,
    AcceptedFindings accepted,
    ConnectionAcceptance acceptance,
    Deadline deadline,
    ClaimProgress progress,
    Set<UndeclaredConnections.Part> inWhole) {
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

  /**
   * Decides each of {@code wanted} and passes its verdict to {@code decided} before it decides the
   * next. {@link Claim.NoUndeclaredPath} needs {@link Claim.NoUndeclaredConnection} before it.
   */
  void decide(List<Claim> wanted, Consumer<ClaimVerdict> decided) {
    Map<Claim, Verdict> verdicts = new LinkedHashMap<>();
    for (Claim claim : wanted) {
      progress.begin(claim);
      Verdict verdict = verdict(claim, verdicts);
      verdicts.put(claim, verdict);
      decided.accept(new ClaimVerdict(claim, verdict));
    }
  }

  private Verdict verdict(Claim claim, Map<Claim, Verdict> earlier) {
    return switch (claim) {
      case Claim.NoUndeclaredConnection c ->
          new UndeclaredConnectionProof(relations, checker, small, replay, acceptance, inWhole)
              .verdict();
      case Claim.NoBlockedFlow c ->
          new BlockedFlowProof(relations, checker, small, replay, accepted).verdict();
      case Claim.FreeEndsAdmit c -> new FreeEndsProof(relations, checker, replay).verdict();
      case Claim.NoUndeclaredPath c ->
          new UndeclaredPathProof(relations, finder, deadline, accepted)
              .verdict(Objects.requireNonNull(earlier.get(new Claim.NoUndeclaredConnection())));
      case Claim.NoSharedPod c -> throw new IllegalArgumentException(c.key());
      case Claim.Asserted c -> throw new IllegalArgumentException(c.key());
    };
  }
}
