/**
 * Warns about policies and entrances that the API server accepts but that are probably mistakes:
 * selectors that match nothing, ties between policies of equal priority, address blocks of pods,
 * and ports that do not exist.
 *
 * <p>Entry type: {@link dev.zonec.verifier.lint.PolicyLint}. Input: a world, and the declared
 * address ranges of the cluster. Output: warnings. Decides: which parts of a policy are probably
 * mistakes. It never changes a verdict. Generated policies are not checked.
 */
@NullMarked
package dev.zonec.verifier.lint;

import org.jspecify.annotations.NullMarked;
