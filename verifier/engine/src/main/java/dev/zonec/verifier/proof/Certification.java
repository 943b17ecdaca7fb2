package dev.zonec.verifier.proof;

import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Waiver;
import dev.zonec.verifier.smt.Outcome;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Collects the proofs of the claims that hold. For each obligation, the solver decides whether the
 * {@linkplain Obligation#sufficient sufficient} formula is impossible, so that certificates contain
 * few policies.
 */
final class Certification {
  /** There are as many parts as subsets of the waivers. */
  static final int MOST_WAIVERS = 6;

  private final ClaimObligations obligations;
  private final Z3Checker checker;
  private final PathProof paths;
  private final List<CertifiedClaim> claims = new ArrayList<>();
  private final List<CertifiedRun.Uncertified> uncertified = new ArrayList<>();

  Certification(Relations relations, Z3Checker checker, PathProof paths) {
    this.obligations = new ClaimObligations(relations);
    this.checker = checker;
    this.paths = paths;
  }

  /**
   * Returns the claims. An assertion with an instance that has no certificate is left out, and so
   * is a claim that follows from one without a certificate.
   */
  List<CertifiedClaim> claims() {
    Set<String> without =
        uncertified.stream().map(each -> each.claim().key()).collect(Collectors.toSet());
    return claims.stream()
        .filter(each -> !without.contains(each.claim().key()))
        .filter(each -> each.follows().filter(other -> without.contains(other.key())).isEmpty())
        .toList();
  }

  List<CertifiedRun.Uncertified> uncertified() {
    return List.copyOf(uncertified);
  }

  /** Adds a claim, if it is proved, possibly with waivers. */
  void add(ClaimVerdict decided, int instance, List<Waiver> waivers) {
    if (!(decided.verdict() instanceof Verdict.Proved)
        && !(decided.verdict() instanceof Verdict.Waived)) {
      return;
    }
    if (waivers.size() > MOST_WAIVERS) {
      leave(decided.claim(), "it has more than " + MOST_WAIVERS + " waivers");
      return;
    }
    List<PathPart> parts =
        decided.claim() instanceof Claim.Asserted(Assertion.NoPath claim)
            ? parts(claim, waivers)
            : List.of();
    List<CertifiedClaim.Chosen> chosen = new ArrayList<>();
    for (Obligation each : obligations.of(decided.claim(), waivers, parts)) {
      Optional<CertifiedClaim.Chosen> form = chosen(each);
      if (form.isEmpty()) {
        leave(decided.claim(), "the solver did not repeat a proof in time");
        return;
      }
      chosen.add(form.get());
    }
    claims.add(
        new CertifiedClaim(
            decided.claim(), instance, waivers, follows(decided.claim()), chosen, parts));
  }

  /** Returns the claim from which {@code claim} follows, if it has no obligations of its own. */
  static Optional<Claim> follows(Claim claim) {
    return claim instanceof Claim.NoUndeclaredPath
        ? Optional.of(new Claim.NoUndeclaredConnection())
        : Optional.empty();
  }

  private void leave(Claim claim, String reason) {
    uncertified.add(new CertifiedRun.Uncertified(claim, reason));
  }

  private List<PathPart> parts(Assertion.NoPath claim, List<Waiver> waivers) {
    return ClaimObligations.parts(waivers.size()).stream()
        .map(
            excused ->
                new PathPart(
                    excused, paths.invariants(ClaimObligations.question(claim, waivers, excused))))
        .toList();
  }

  private Optional<CertifiedClaim.Chosen> chosen(Obligation obligation) {
    if (obligation.holdsInShort(checker)) {
      return obligation
          .sufficient()
          .map(formula -> new CertifiedClaim.Chosen(obligation.says(), true, formula));
    }
    return checker.check(obligation.formula()) instanceof Outcome.Impossible
        ? Optional.of(new CertifiedClaim.Chosen(obligation.says(), false, obligation.formula()))
        : Optional.empty();
  }
}
