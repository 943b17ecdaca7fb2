/**
 * Explains why a connection is allowed, or what blocks it and what would have to change.
 *
 * <p>Entry type: {@link dev.zonec.verifier.why.WhyEngine}. Input: a world, and the decisions of
 * {@link dev.zonec.verifier.query.QueryEngine} for a question. Output: {@link
 * dev.zonec.verifier.why.Explanation} values. Decides: which change is the smallest. The concrete
 * semantics decides whether something blocks and whether a change helps.
 */
@NullMarked
package dev.zonec.verifier.why;

import org.jspecify.annotations.NullMarked;
