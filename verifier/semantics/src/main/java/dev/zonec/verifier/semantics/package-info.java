/**
 * The concrete semantics: evaluates one connection at a time, in plain code that follows
 * spec/semantics.md. It is written to be obviously right, not fast. Every other engine is tested
 * against it, and it evaluates every counterexample again.
 *
 * <p>Entry type: {@link dev.zonec.verifier.semantics.Semantics}.
 */
@NullMarked
package dev.zonec.verifier.semantics;

import org.jspecify.annotations.NullMarked;
