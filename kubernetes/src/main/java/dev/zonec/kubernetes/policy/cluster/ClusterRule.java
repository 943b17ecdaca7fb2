package dev.zonec.kubernetes.policy.cluster;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.PolicyPort;
import java.util.List;

/**
 * A rule of a cluster-scoped policy.
 *
 * @param name its name; may be empty
 * @param action its action
 * @param peers its peers; at least one
 * @param ports its ports; empty for every protocol and port
 * @param span the rule in its manifest
 */
public record ClusterRule(
    String name, Action action, List<ClusterPeer> peers, List<PolicyPort> ports, Span span) {
  /** Copies the lists. */
  public ClusterRule {
    peers = List.copyOf(peers);
    ports = List.copyOf(ports);
  }
}
