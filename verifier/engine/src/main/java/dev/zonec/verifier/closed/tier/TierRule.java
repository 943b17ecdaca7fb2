package dev.zonec.verifier.closed.tier;

import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.verifier.closed.rule.RuleRows;

/**
 * A rule of a cluster-scoped policy, as it applies to one class.
 *
 * @param may the classes that it may match, by ports
 * @param must the classes that it certainly matches, by ports
 */
record TierRule(Action action, RuleRows may, RuleRows must) {}
