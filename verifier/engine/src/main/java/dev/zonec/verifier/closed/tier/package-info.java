/**
 * Evaluates the tiers of cluster-scoped policies.
 *
 * <p>Entry type: {@link dev.zonec.verifier.closed.tier.TieredRules}. Input: the cluster-scoped
 * policies that apply to a class. Output: the actions that a tier may take, for all classes at the
 * other end at once. Decides: the order of policies and rules, equal priorities, and which actions
 * remain possible when labels or addresses are unknown.
 */
@NullMarked
package dev.zonec.verifier.closed.tier;

import org.jspecify.annotations.NullMarked;
