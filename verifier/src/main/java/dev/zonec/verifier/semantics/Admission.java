package dev.zonec.verifier.semantics;

import dev.zonec.verifier.policy.Peer;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.policy.PolicyPort;
import dev.zonec.verifier.policy.Rule;
import java.util.List;

/**
 * A rule that admits a connection.
 *
 * @param policy the policy that it stands in
 * @param rule the rule
 * @param peers its peers that match; none if it has none and so admits anyone
 * @param ports its ports that match; none if it has none and so admits everything
 */
public record Admission(Policy policy, Rule rule, List<Peer> peers, List<PolicyPort> ports) {
  /** Copies the lists. */
  public Admission {
    peers = List.copyOf(peers);
    ports = List.copyOf(ports);
  }
}
