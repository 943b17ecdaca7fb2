package dev.zonec.checker.mention;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import java.util.List;

/**
 * The rules of a cluster-scoped policy that can match a connection. A policy without such rules
 * mentions nothing, and neither do the peers of a rule that fails closed.
 */
public final class MatchingRules {
  private MatchingRules() {}

  /** Returns the rules of {@code policy} that can match, in order. */
  public static List<ClusterRule> of(ClusterPolicy policy, Direction direction) {
    return policy.rules(direction).stream()
        .filter(rule -> rule.action() != Action.ACCEPT || !failsClosed(rule))
        .toList();
  }

  /**
   * Whether a peer of the rule is unknown. A rule that accepts then matches nothing, and any other
   * rule denies everything.
   */
  public static boolean failsClosed(ClusterRule rule) {
    return rule.peers().stream().anyMatch(peer -> peer instanceof ClusterPeer.Unknown);
  }
}
