package dev.zonec.verifier.accepted;

import java.time.LocalDate;

/**
 * A violation of a claim that is accepted (spec/verification.md, Accepted findings).
 *
 * @param id the id of the finding that was accepted
 * @param claim the claim, such as {@code assertion db_is_private}; see {@code Claim.key}
 * @param extent what is accepted
 * @param reason why
 * @param until the last day on which it is accepted
 */
public record Acceptance(String id, String claim, Extent extent, String reason, LocalDate until) {}
