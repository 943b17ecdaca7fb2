package dev.zonec.verifier.semantics;

import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.Rule;

/**
 * A rule of a policy that isolates an end of a connection, and that does not admit it.
 *
 * @param policy the policy that it stands in
 * @param rule the rule
 * @param peer whether its peers are the other end; it would then admit it on other ports
 * @param port whether its ports are the connection's; it would then admit others on them
 */
public record NearMiss(Policy policy, Rule rule, Fit peer, Fit port) {
  /** Whether neither its peers nor its ports have anything to do with the connection. */
  public boolean isUnrelated() {
    return peer instanceof Fit.Differs && port instanceof Fit.Differs;
  }
}
