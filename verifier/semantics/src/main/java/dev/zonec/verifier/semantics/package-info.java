/**
 * What policies allow, connection by connection, in plain code that follows the reference line by
 * line. Obvious rather than fast: every other engine is tested against it, and every counterexample
 * is replayed in it.
 *
 * <p>Entry type: {@link dev.zonec.verifier.semantics.Semantics}.
 */
@NullMarked
package dev.zonec.verifier.semantics;

import org.jspecify.annotations.NullMarked;
