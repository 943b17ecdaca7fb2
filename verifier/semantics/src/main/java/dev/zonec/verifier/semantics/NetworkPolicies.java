package dev.zonec.verifier.semantics;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Decides what NetworkPolicies say at one end of a connection.
 *
 * @param byNamespace all NetworkPolicies of the cluster, by their namespace
 * @param reading the reading
 */
record NetworkPolicies(Map<String, List<Policy>> byNamespace, Reading reading) {
  /**
   * @param policies all NetworkPolicies of the cluster
   */
  NetworkPolicies(List<Policy> policies, Reading reading) {
    this(policies.stream().collect(Collectors.groupingBy(Policy::namespace)), reading);
  }

  /** Returns the policies that isolate {@code pod} in {@code direction}. */
  List<Policy> isolating(Endpoint.Pod pod, Direction direction) {
    return byNamespace.getOrDefault(pod.namespace().name(), List.of()).stream()
        .filter(policy -> policy.isolates(pod, direction))
        .toList();
  }

  /**
   * Returns the decision at {@code pod}, the end that the policies govern.
   *
   * @param other the other end
   */
  SideDecision side(
      Endpoint.Pod pod,
      Endpoint other,
      Connection connection,
      Direction direction,
      PeerMatch peers) {
    List<Policy> isolating = isolating(pod, direction);
    if (isolating.isEmpty()) {
      return new SideDecision.NotIsolated();
    }
    boolean ownNode = isOwnNode(pod, other, peers);
    if (ownNode && direction == Direction.INGRESS) {
      return new SideDecision.OwnNode();
    }
    if (connection.transport() instanceof Transport.Portless) {
      return new SideDecision.Undefined(Knob.ICMP, reading.isPermissive(Knob.ICMP), isolating);
    }
    List<RuleMatch> admissions = new ArrayList<>();
    for (Policy policy : isolating) {
      for (Rule rule : policy.rules(direction)) {
        addAdmission(policy, rule, other, connection, peers, admissions);
      }
    }
    if (!admissions.isEmpty()) {
      return new SideDecision.Admitted(admissions);
    }
    if (ownNode) {
      boolean passes = reading.isPermissive(Knob.OWN_NODE_EGRESS);
      return new SideDecision.Undefined(Knob.OWN_NODE_EGRESS, passes, isolating);
    }
    return new SideDecision.Blocked(isolating);
  }

  private void addAdmission(
      Policy policy,
      Rule rule,
      Endpoint other,
      Connection connection,
      PeerMatch peerMatch,
      List<RuleMatch> admissions) {
    List<Peer> peers = matching(policy, rule, other, peerMatch);
    List<PolicyPort> ports = matching(rule, connection, peerMatch);
    boolean peerMatches = rule.peers().isEmpty() || !peers.isEmpty();
    boolean portMatches = rule.ports().isEmpty() || !ports.isEmpty();
    if (peerMatches && portMatches) {
      admissions.add(new RuleMatch(policy, rule, peers, ports));
    }
  }

  private static List<Peer> matching(
      Policy policy, Rule rule, Endpoint other, PeerMatch peerMatch) {
    return rule.peers().stream()
        .filter(peer -> peerMatch.matches(peer, policy.namespace(), other))
        .toList();
  }

  private List<PolicyPort> matching(Rule rule, Connection connection, PeerMatch peerMatch) {
    PortMatch portMatch =
        new PortMatch(
            reading.isPermissive(Knob.SIDECAR_NAMED_PORTS),
            !peerMatch.isSeenAsNode(connection.destination()));
    return rule.ports().stream()
        .filter(
            port ->
                portMatch.matches(port.clause(), connection.transport(), connection.destination()))
        .toList();
  }

  /**
   * Whether {@code other} is the node of {@code pod}. If that is unknown, MAY answers yes and MUST
   * answers no.
   */
  private boolean isOwnNode(Endpoint.Pod pod, Endpoint other, PeerMatch peers) {
    return switch (other) {
      case Endpoint.External external -> false;
      case Endpoint.Node node -> isSameNode(pod.node(), node.name());
      case Endpoint.Pod host -> peers.isSeenAsNode(host) && isSameNode(pod.node(), host.node());
    };
  }

  private boolean isSameNode(String one, String other) {
    boolean known = !one.isEmpty() && !other.isEmpty();
    return known ? one.equals(other) : reading.permissive();
  }
}
