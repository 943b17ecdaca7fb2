/**
 * Matches rules to the classes that they apply to.
 *
 * <p>Entry type: {@link dev.zonec.verifier.closed.subject.GoverningRules}. Input: tiers of rules
 * and the equivalence classes. Output: for each class, direction and tier, the chains that apply to
 * the class, and whether the tier isolates it. Decides: nothing on its own.
 */
@NullMarked
package dev.zonec.verifier.closed.subject;

import org.jspecify.annotations.NullMarked;
