package dev.zonec.verifier.proof;

import dev.zonec.model.program.Disjointness;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.ObligationScript;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The claims of a verification that hold, with their proofs (spec/certificates.md).
 *
 * @param addresses the addresses of pods that the proofs are about
 * @param vocabulary everything that the formulas can tell apart
 * @param assumed the statement about every connection that the proofs assume
 * @param disjoint the pairs of zones that are assumed to share no pod
 * @param claims the claims
 * @param uncertified the claims that hold and have no certificate
 */
public record CertifiedRun(
    Addresses addresses,
    Vocabulary vocabulary,
    Formula assumed,
    List<Disjointness.Pair> disjoint,
    List<CertifiedClaim> claims,
    List<Uncertified> uncertified) {
  /** Copies the lists. */
  public CertifiedRun {
    disjoint = List.copyOf(disjoint);
    claims = List.copyOf(claims);
    uncertified = List.copyOf(uncertified);
  }

  /** The addresses that pods can have. */
  public enum Addresses {
    /** Addresses in the declared ranges, and addresses that pods of the manifests have. */
    DECLARED,
    /** Any unicast address. */
    ANY
  }

  /**
   * A claim that holds and has no certificate.
   *
   * @param claim the claim
   * @param reason the reason, as a clause
   */
  public record Uncertified(Claim claim, String reason) {}

  /** Returns the keys of the claims. */
  public Set<String> keys() {
    return claims.stream().map(each -> each.claim().key()).collect(Collectors.toSet());
  }

  /**
   * Returns the same run with fewer claims.
   *
   * @param certified the keys of the claims that stay
   * @param holding the keys of the claims that hold
   */
  CertifiedRun only(Set<String> certified, Set<String> holding) {
    return new CertifiedRun(
        addresses,
        vocabulary,
        assumed,
        disjoint,
        claims.stream().filter(each -> certified.contains(each.claim().key())).toList(),
        uncertified.stream().filter(each -> holding.contains(each.claim().key())).toList());
  }

  /** Returns the obligations of {@code claim} as a script in SMT-LIB 2. */
  public String script(CertifiedClaim claim) {
    return ObligationScript.of(
        vocabulary,
        assumed,
        claim.obligations().stream()
            .map(each -> new ObligationScript.Question(each.says(), each.formula()))
            .toList());
  }
}
