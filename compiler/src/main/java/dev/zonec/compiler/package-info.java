/**
 * Compiles zone programs to NetworkPolicies.
 *
 * <p>Entry type: {@link dev.zonec.compiler.Compiler}. Input: paths of sources. Output: the model,
 * policies as text, and diagnostics. Decides: the order of the steps (sources, resolve, expiry,
 * lower, check, emit); the problems of every step are reported together.
 */
@NullMarked
package dev.zonec.compiler;

import org.jspecify.annotations.NullMarked;
