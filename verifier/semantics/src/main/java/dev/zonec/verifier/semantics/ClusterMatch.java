package dev.zonec.verifier.semantics;

import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import java.util.List;

/**
 * A rule of a cluster-scoped policy that matches a connection, or may.
 *
 * @param policy the policy that it stands in
 * @param rule the rule
 * @param action what it does; that of the rule, but for peers that are not understood
 * @param peers its peers that match, or may
 * @param ports its ports that match, or may; none if it has none and so matches everything
 * @param certain whether it matches for certain; else it depends on labels, addresses or names that
 *     are not known
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
