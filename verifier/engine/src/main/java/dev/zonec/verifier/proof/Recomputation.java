package dev.zonec.verifier.proof;

import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Waiver;
import dev.zonec.verifier.quotient.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Computes the obligations of a certificate again, from the inputs of a verification and the
 * invariants of the certificate. Nothing is searched, and no solver is asked.
 */
public final class Recomputation {
  private final Verification verification;
  private final CertifiedRun empty;
  private final Relations relations;

  Recomputation(Verification verification, CertifiedRun empty, Relations relations) {
    this.verification = verification;
    this.empty = empty;
    this.relations = relations;
  }

  /**
   * A claim of a certificate, with what cannot be computed from the inputs.
   *
   * @param key the key of the claim
   * @param instance the number of the instance, for an assertion of a {@code foreach}; otherwise 0
   * @param sufficient for each obligation, whether its sufficient form is proved
   * @param parts the parts of the proof of a path claim; empty for other claims
   */
  public record Hint(String key, int instance, List<Boolean> sufficient, List<PathPart> parts) {
    /** Copies the lists. */
    public Hint {
      sufficient = List.copyOf(sufficient);
      parts = List.copyOf(parts);
    }
  }

  /** Returns the vocabulary, in which the invariants must be written. */
  public Vocabulary vocabulary() {
    return empty.vocabulary();
  }

  /**
   * Returns the run with {@code claims}. It is invalid if a claim is there twice, if a claim
   * follows from one that is missing, or if an instance of an assertion is missing.
   */
  public Recomputed<CertifiedRun> run(List<CertifiedClaim> claims) {
    try {
      requireComplete(claims);
    } catch (InvalidCertificate e) {
      return new Recomputed.Invalid<>(e.reason());
    }
    return new Recomputed.Part<>(
        new CertifiedRun(
            empty.addresses(),
            empty.vocabulary(),
            empty.assumed(),
            empty.disjoint(),
            claims,
            List.of()));
  }

  private void requireComplete(List<CertifiedClaim> claims) throws InvalidCertificate {
    Map<String, Set<Integer>> instances = new LinkedHashMap<>();
    for (CertifiedClaim claim : claims) {
      String key = claim.claim().key();
      if (!instances.computeIfAbsent(key, k -> new HashSet<>()).add(claim.instance())) {
        throw new InvalidCertificate(key + ": the claim is there twice");
      }
    }
    for (CertifiedClaim claim : claims) {
      Optional<String> other = claim.follows().map(Claim::key);
      if (other.isPresent() && !instances.containsKey(other.get())) {
        throw new InvalidCertificate(
            claim.claim().key() + ": the claim " + other.get() + " is missing");
      }
    }
    for (List<Assertion> each : InstanceVerdicts.byName(verification.program().assertions())) {
      String key = new Claim.Asserted(each.getFirst()).key();
      Set<Integer> found = instances.getOrDefault(key, Set.of());
      for (int i = 0; i < each.size() && !found.isEmpty(); i++) {
        if (!found.contains(i) && new EmptyParties(relations).of(each.get(i)).isEmpty()) {
          throw new InvalidCertificate(key + ": instance " + i + " is missing");
        }
      }
    }
  }

  /**
   * Returns the claim with its obligations. It is invalid if the program does not make the claim,
   * or if the hint does not fit it.
   */
  public Recomputed<CertifiedClaim> claim(Hint hint) {
    try {
      return new Recomputed.Part<>(certified(hint));
    } catch (InvalidCertificate e) {
      return new Recomputed.Invalid<>(e.reason());
    }
  }

  private CertifiedClaim certified(Hint hint) throws InvalidCertificate {
    Claim claim = found(hint);
    List<Waiver> waivers =
        claim instanceof Claim.Asserted(Assertion assertion)
            ? verification.waiversOf(assertion)
            : List.of();
    if (waivers.size() > Certification.MOST_WAIVERS) {
      throw new InvalidCertificate(
          hint.key() + ": it has more than " + Certification.MOST_WAIVERS + " waivers");
    }
    List<List<Boolean>> parts =
        claim instanceof Claim.Asserted(Assertion.NoPath path)
            ? ClaimObligations.parts(waivers.size())
            : List.of();
    if (!hint.parts().stream().map(PathPart::excused).toList().equals(parts)) {
      throw new InvalidCertificate(hint.key() + ": the parts are not those of its waivers");
    }
    List<Obligation> all = new ClaimObligations(relations).of(claim, waivers, hint.parts());
    if (all.size() != hint.sufficient().size()) {
      throw new InvalidCertificate(
          hint.key() + ": " + hint.sufficient().size() + " obligations instead of " + all.size());
    }
    List<CertifiedClaim.Chosen> chosen = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Obligation each = all.get(i);
      boolean sufficient = hint.sufficient().get(i);
      // Both forms of a small obligation are the same formula, and a certificate says `some`.
      if (sufficient ? each.sufficient().isEmpty() : each.isSmall()) {
        throw new InvalidCertificate(hint.key() + ": obligation " + (i + 1) + " has one form only");
      }
      chosen.add(
          new CertifiedClaim.Chosen(
              each.says(),
              sufficient,
              sufficient ? each.sufficient().orElseThrow() : each.formula()));
    }
    return new CertifiedClaim(
        claim, hint.instance(), waivers, Certification.follows(claim), chosen, hint.parts());
  }

  private Claim found(Hint hint) throws InvalidCertificate {
    Optional<Claim> standing =
        StandingClaims.all(false).stream()
            .filter(claim -> claim.key().equals(hint.key()))
            .findFirst();
    if (standing.isPresent() && hint.instance() == 0) {
      return standing.get();
    }
    for (List<Assertion> instances : InstanceVerdicts.byName(verification.program().assertions())) {
      if (new Claim.Asserted(instances.getFirst()).key().equals(hint.key())
          && hint.instance() >= 0
          && hint.instance() < instances.size()) {
        Assertion assertion = instances.get(hint.instance());
        Optional<String> without = new EmptyParties(relations).of(assertion);
        if (without.isPresent()) {
          throw new InvalidCertificate(hint.key() + ": " + without.get() + " can have no member");
        }
        return new Claim.Asserted(assertion);
      }
    }
    throw new InvalidCertificate("the program does not claim: " + hint.key());
  }
}
