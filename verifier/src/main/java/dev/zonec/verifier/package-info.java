/**
 * Manifests in, verdicts out.
 *
 * <p>In the order of the data: {@code manifest} reads YAML, {@code policy} and {@code world} say
 * what it declares, {@code semantics} decides single connections, {@code reach} finds paths, {@code
 * smt} asks Z3, {@code proof} puts obligations to them, {@code report} says what came out. The
 * verifier never sees the compiler, so that a bug of the one cannot hide in the other.
 */
@NullMarked
package dev.zonec.verifier;

import org.jspecify.annotations.NullMarked;
