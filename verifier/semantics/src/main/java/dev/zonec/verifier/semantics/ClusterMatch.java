package dev.zonec.verifier.semantics;

import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import java.util.List;

/**
 * A rule of a cluster-scoped policy that matches a connection, or may match it.
 *
 * @param policy the policy of the rule
 * @param rule the rule
 * @param action the action; it differs from the rule's if a peer is unknown and the rule fails
 *     closed
 * @param peers the peers that match or may match
 * @param ports the ports that match or may match; empty if the rule has no ports and matches every
 *     port
 * @param certain whether the rule certainly matches; otherwise this depends on unknown labels,
 *     addresses or names
 */
public record ClusterMatch(
    ClusterPolicy policy,
    ClusterRule rule,
    Action action,
    List<ClusterPeer> peers,
    List<PolicyPort> ports,
    boolean certain) {
  /** Copies the lists. */
  public ClusterMatch {
    peers = List.copyOf(peers);
    ports = List.copyOf(ports);
  }
}
