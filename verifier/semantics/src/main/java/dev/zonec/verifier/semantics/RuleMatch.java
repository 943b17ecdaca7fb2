package dev.zonec.verifier.semantics;

import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import java.util.List;

/**
 * A rule that admits a connection.
 *
 * @param policy the policy that it stands in
 * @param rule the rule
 * @param peers its peers that match; none if it has none and so admits anyone
 * @param ports its ports that match; none if it has none and so admits everything
 */
public record RuleMatch(Policy policy, Rule rule, List<Peer> peers, List<PolicyPort> ports) {
  /** Copies the lists. */
  public RuleMatch {
    peers = List.copyOf(peers);
    ports = List.copyOf(ports);
  }
}
