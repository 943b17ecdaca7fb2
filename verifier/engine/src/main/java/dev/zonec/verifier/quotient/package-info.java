/**
 * The finite vocabulary that represents all pods and addresses that could exist.
 *
 * <p>A selector tests a label key in two ways only: whether the value is one of a list, and whether
 * the key is present. Each key therefore has finitely many values that matter: absence, each
 * mentioned value, and any other value. Addresses matter only by the mentioned blocks that contain
 * them. Entry type: {@link dev.zonec.verifier.quotient.Vocabulary}. Input: policies, a program, and
 * declared namespaces.
 */
@NullMarked
package dev.zonec.verifier.quotient;

import org.jspecify.annotations.NullMarked;
