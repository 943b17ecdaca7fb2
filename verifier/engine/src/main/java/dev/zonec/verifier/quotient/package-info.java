/**
 * The finite world that stands for all pods that could exist.
 *
 * <p>Selectors look at a label key only through {@code key in S} and {@code key present}, so each
 * key has finitely many values that differ: absent, each mentioned one, any other. Addresses differ
 * only by the mentioned blocks that they lie in. Entry type: {@link
 * dev.zonec.verifier.quotient.Vocabulary}. Input: policies, a program, declared namespaces.
 */
@NullMarked
package dev.zonec.verifier.quotient;

import org.jspecify.annotations.NullMarked;
