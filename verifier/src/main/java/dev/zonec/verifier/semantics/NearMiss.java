package dev.zonec.verifier.semantics;

import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.policy.Rule;

/**
 * A rule of a policy that isolates an end of a connection, and that does not admit it.
 *
 * @param policy the policy that it stands in
 * @param rule the rule
 * @param peerMatches whether it would admit the other end on other ports
 * @param portMatches whether it would admit others on these ports
 */
public record NearMiss(Policy policy, Rule rule, boolean peerMatches, boolean portMatches) {}
