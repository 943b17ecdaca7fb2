package dev.zonec.verifier.semantics;

import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import java.util.List;

/**
 * A rule of a NetworkPolicy that admits a connection.
 *
 * @param policy the policy of the rule
 * @param rule the rule
 * @param peers the peers that match; empty if the rule has no peers and admits every end
 * @param ports the ports that match; empty if the rule has no ports and admits every port
 */
public record RuleMatch(Policy policy, Rule rule, List<Peer> peers, List<PolicyPort> ports) {
  /** Copies the lists. */
  public RuleMatch {
    peers = List.copyOf(peers);
    ports = List.copyOf(ports);
  }
}
