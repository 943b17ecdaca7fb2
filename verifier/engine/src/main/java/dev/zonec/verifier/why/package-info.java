/**
 * Why a connection is allowed, or what blocks it and what would have to change.
 *
 * <p>Entry type: {@link dev.zonec.verifier.why.WhyEngine}. Input: a world, the reasons that {@link
 * dev.zonec.verifier.query.QueryEngine} lists. Output: {@link dev.zonec.verifier.why.Explanation}.
 * Decisions: which change is the smallest. Whether something blocks, and whether a change helps, is
 * the concrete semantics' to say.
 */
@NullMarked
package dev.zonec.verifier.why;

import org.jspecify.annotations.NullMarked;
