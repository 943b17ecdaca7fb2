/**
 * Zone programs to NetworkPolicies.
 *
 * <p>Entry type: {@link dev.zonec.compiler.Compiler}. Input: paths of sources. Output: the model,
 * policies as text, and diagnostics. Decisions: the order of the steps (sources, resolve, expiry,
 * lower, check, emit) and that every step's problems are reported together.
 */
@NullMarked
package dev.zonec.compiler;

import org.jspecify.annotations.NullMarked;
