/**
 * Obligations and their verdicts.
 *
 * <p>Entry type: {@link dev.zonec.verifier.proof.Verification}. Input: a world, a program. Output:
 * a {@link dev.zonec.verifier.proof.VerificationResult}. Decisions: what has to be shown and in
 * which pieces. Z3 decides single connections; for paths the search gives an invariant and Z3
 * checks it; every counterexample is replayed in the concrete semantics before it is reported.
 */
@NullMarked
package dev.zonec.verifier.proof;

import org.jspecify.annotations.NullMarked;
