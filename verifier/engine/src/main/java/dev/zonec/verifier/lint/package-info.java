/**
 * What an API server accepts and nobody means: selectors that match nothing, ties, blocks of pods.
 *
 * <p>Entry type: {@link dev.zonec.verifier.lint.PolicyLint}. Input: a world, the cluster's ranges.
 * Output: warnings; never a verdict. Policies that zonec generated are left out: they are what
 * their program says.
 */
@NullMarked
package dev.zonec.verifier.lint;

import org.jspecify.annotations.NullMarked;
