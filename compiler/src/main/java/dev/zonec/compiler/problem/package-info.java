/**
 * Collects the problems of a run.
 *
 * <p>Entry type: {@link dev.zonec.compiler.problem.Problems}. Input: diagnostics in any order.
 * Output: each diagnostic once, in the order of the sources.
 */
@NullMarked
package dev.zonec.compiler.problem;

import org.jspecify.annotations.NullMarked;
