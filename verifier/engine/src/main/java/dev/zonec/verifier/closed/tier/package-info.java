/**
 * Evaluates tiers of ordered rules.
 *
 * <p>Entry type: {@link dev.zonec.verifier.closed.tier.TieredRules}. Input: the rules of a tier
 * that apply to a class. Output: the actions that a tier may take, for all classes at the other end
 * at once. Decides: the order of policies and rules, equal priorities, and which actions remain
 * possible when labels or addresses are unknown.
 */
@NullMarked
package dev.zonec.verifier.closed.tier;

import org.jspecify.annotations.NullMarked;
