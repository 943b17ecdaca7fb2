package dev.zonec.verifier.proof;

import dev.zonec.model.program.Waiver;
import dev.zonec.verifier.accepted.Acceptance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Combines two verifications of a world in which pods have addresses outside of their declared or
 * assumed ranges (spec/verification.md, Addresses outside of their range).
 *
 * <p>The first verification adds the addresses that exist to the ranges, so its counterexamples are
 * real. Pods can have more addresses of this kind, so a claim is proved only if it also holds for
 * pods at any unicast address.
 *
 * @param seen the verdicts with the existing addresses
 * @param anywhere the verdicts on the same claims with pods at any address
 */
record WiderRanges(VerificationResult seen, VerificationResult anywhere) {
  private static final String REASON = "pods have addresses outside of their range";

  /** Returns the combined result. */
  VerificationResult result() {
    List<ClaimVerdict> verdicts = new ArrayList<>();
    for (ClaimVerdict one : seen.verdicts()) {
      verdicts.add(new ClaimVerdict(one.claim(), both(one.verdict(), anywhere(one.claim()))));
    }
    List<Waiver> unused =
        seen.unusedWaivers().stream().filter(anywhere.unusedWaivers()::contains).toList();
    return new VerificationResult(
        verdicts,
        seen.assumed(),
        unused,
        accepted(),
        seen.questions() + anywhere.questions(),
        certified(verdicts));
  }

  /**
   * Returns the proofs of both verifications, of the claims that hold and have a proof in both;
   * none if the time ran out in one of them.
   */
  private List<CertifiedRun> certified(List<ClaimVerdict> verdicts) {
    if (seen.certified().isEmpty() || anywhere.certified().isEmpty()) {
      return List.of();
    }
    Set<String> holding =
        verdicts.stream()
            .filter(decided -> decided.verdict().holds())
            .map(decided -> decided.claim().key())
            .collect(Collectors.toSet());
    Set<String> both = keys(seen);
    both.retainAll(keys(anywhere));
    both.retainAll(holding);
    return Stream.concat(seen.certified().stream(), anywhere.certified().stream())
        .map(run -> run.only(both, holding))
        .toList();
  }

  private static Set<String> keys(VerificationResult result) {
    return result.certified().stream()
        .flatMap(run -> run.keys().stream())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private AcceptedResult accepted() {
    List<AcceptedViolation> violations = new ArrayList<>(seen.accepted().violations());
    for (AcceptedViolation other : anywhere.accepted().violations()) {
      if (violations.stream().noneMatch(one -> one.acceptance().equals(other.acceptance()))) {
        violations.add(other);
      }
    }
    List<Acceptance> vanished = new ArrayList<>(seen.accepted().vanished());
    vanished.retainAll(anywhere.accepted().vanished());
    return new AcceptedResult(
        violations, vanished, seen.accepted().namespaces(), seen.accepted().context());
  }

  /**
   * Returns the verdict on the claim for pods at any address. It is missing if the time ran out.
   */
  private Verdict anywhere(Claim claim) {
    return anywhere.verdicts().stream()
        .filter(decided -> decided.claim().equals(claim))
        .findFirst()
        .map(ClaimVerdict::verdict)
        .orElseGet(() -> new Verdict.Inconclusive("the time ran out", List.of()));
  }

  private static Verdict both(Verdict seen, Verdict anywhere) {
    if (!seen.holds()) {
      return seen;
    }
    return anywhere.holds() ? anywhere : new Verdict.Inconclusive(REASON, List.of());
  }

  /**
   * Returns whether the second verification is needed, which is the case if some claim holds in the
   * first.
   */
  static boolean isNeeded(VerificationResult seen) {
    return seen.verdicts().stream().anyMatch(decided -> decided.verdict().holds());
  }
}
