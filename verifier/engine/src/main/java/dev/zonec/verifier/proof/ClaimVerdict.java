package dev.zonec.verifier.proof;

/**
 * A claim and the verdict on it. {@code verifier.finding} turns it into findings for reports.
 *
 * @param claim the claim, which is an assertion or a standing claim
 * @param verdict the verdict on the claim
 */
public record ClaimVerdict(Claim claim, Verdict verdict) {}
