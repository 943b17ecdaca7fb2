package dev.zonec.kubernetes.policy.cluster;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.PolicyPort;
import java.util.List;

/**
 * A rule of a cluster-scoped policy.
 *
 * @param name its name; empty if it has none
 * @param action what it does with what it matches
 * @param peers who it matches; at least one
 * @param ports what it matches; none means every protocol and port
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
