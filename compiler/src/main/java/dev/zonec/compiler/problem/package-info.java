/**
 * The problems of one run, gathered.
 *
 * <p>Entry type: {@link dev.zonec.compiler.problem.Problems}. Input: diagnostics in any order.
 * Output: each once, in the order of the sources. Decisions: only that order.
 */
@NullMarked
package dev.zonec.compiler.problem;

import org.jspecify.annotations.NullMarked;
