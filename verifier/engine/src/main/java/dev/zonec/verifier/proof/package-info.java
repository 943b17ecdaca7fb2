/**
 * Proofs of claims, and their verdicts.
 *
 * <p>Entry type: {@link dev.zonec.verifier.proof.Verification}. Input: a world and a program.
 * Output: a {@link dev.zonec.verifier.proof.VerificationResult}. Decides: the obligations of each
 * claim, and how they are divided into questions. Z3 decides questions about single connections.
 * For paths, a search finds an invariant, and Z3 checks it. The concrete semantics evaluates every
 * counterexample again before it is reported.
 */
@NullMarked
package dev.zonec.verifier.proof;

import org.jspecify.annotations.NullMarked;
