/**
 * Questions to Z3 about single connections.
 *
 * <p>Entry type: {@link dev.zonec.verifier.smt.Z3Checker}. Input: a {@link
 * dev.zonec.verifier.smt.Formula} over one connection. Output: an {@link
 * dev.zonec.verifier.smt.Outcome}. Z3's types do not leave this package. The encoding shares no
 * code with the concrete semantics, which evaluates every counterexample again.
 */
@NullMarked
package dev.zonec.verifier.smt;

import org.jspecify.annotations.NullMarked;
