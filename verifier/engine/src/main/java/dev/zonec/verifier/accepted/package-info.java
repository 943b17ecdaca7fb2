/**
 * Accepted violations of claims, as a baseline file lists them.
 *
 * <p>Entry type: {@link dev.zonec.verifier.accepted.Acceptance}. Input: names of parties, and rules
 * by their content. Output: the rules of a world that an acceptance is about. {@code
 * verifier.proof} proves that nothing but accepted violations exists. Decides: which rule of the
 * world has the content of an accepted one.
 */
@NullMarked
package dev.zonec.verifier.accepted;

import org.jspecify.annotations.NullMarked;
