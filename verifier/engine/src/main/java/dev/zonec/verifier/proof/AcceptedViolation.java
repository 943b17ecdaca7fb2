package dev.zonec.verifier.proof;

import dev.zonec.verifier.accepted.Acceptance;

/**
 * A violation that exists and is accepted.
 *
 * @param claim the claim that does not hold
 * @param acceptance the acceptance
 * @param counterexample an example; it was evaluated by the concrete semantics
 */
public record AcceptedViolation(
    Claim claim, Acceptance acceptance, Counterexample counterexample) {}
