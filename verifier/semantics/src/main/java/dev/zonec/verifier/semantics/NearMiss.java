package dev.zonec.verifier.semantics;

import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.Rule;

/**
 * A rule that does not admit a connection, of a policy that isolates one end of it.
 *
 * @param policy the policy of the rule
 * @param rule the rule
 * @param peer whether its peers match the other end; if so, the rule admits this end on other ports
 * @param port whether its ports match the connection; if so, the rule admits other ends on this
 *     port
 */
public record NearMiss(Policy policy, Rule rule, Fit peer, Fit port) {
  /** Whether neither the peers nor the ports match. */
  public boolean isUnrelated() {
    return peer instanceof Fit.Differs && port instanceof Fit.Differs;
  }
}
