package dev.zonec.verifier.closed;

import dev.zonec.verifier.policy.cluster.Action;

/**
 * A rule of a cluster-scoped policy at some class.
 *
 * @param may whom it may match, on which ports
 * @param must whom it matches for certain
 */
record TierRule(Action action, RuleRows may, RuleRows must) {}
