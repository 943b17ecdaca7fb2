package dev.zonec.verifier.semantics;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the rules of one cluster-scoped policy that can be the first to match.
 *
 * @param reading the reading
 * @param cluster the ranges that an unknown address can be in
 * @param nodes the declared nodes
 */
record ClusterRuleMatch(Reading reading, Cluster cluster, List<Endpoint.Node> nodes) {
  /**
   * Returns every possible decision of {@code policy}: one for each rule that can be the first to
   * match, and an empty decision unless one of these rules certainly matches.
   */
  List<ClusterTiers.TierDecision> possible(
      ClusterPolicy policy, Endpoint.Pod pod, Direction direction, Connection connection) {
    List<ClusterTiers.TierDecision> answers = new ArrayList<>();
    Certainty subject =
        policy.subject().pods().matches(pod.labels())
            ? NamespaceMatch.matches(policy.subject().namespaces(), pod.namespace())
            : Certainty.NO;
    if (subject != Certainty.NO) {
      for (ClusterRule rule : policy.rules(direction)) {
        Optional<ClusterMatch> match = match(policy, rule, subject, direction, connection);
        match.ifPresent(m -> answers.add(new ClusterTiers.TierDecision(match, List.of())));
        if (match.isPresent() && match.get().certain()) {
          return answers;
        }
      }
    }
    answers.add(new ClusterTiers.TierDecision(Optional.empty(), List.of()));
    return answers;
  }

  private Optional<ClusterMatch> match(
      ClusterPolicy policy,
      ClusterRule rule,
      Certainty subject,
      Direction direction,
      Connection connection) {
    if (rule.peers().stream().anyMatch(peer -> peer instanceof ClusterPeer.Unknown)) {
      return failClosed(policy, rule, subject);
    }
    Endpoint other =
        direction == Direction.INGRESS ? connection.source() : connection.destination();
    ClusterPeerMatch peerMatch = new ClusterPeerMatch(cluster, nodes, connection.family());
    Certainty anyPeer = Certainty.NO;
    List<ClusterPeer> peers = new ArrayList<>();
    for (ClusterPeer peer : rule.peers()) {
      Certainty one = peerMatch.matches(peer, other);
      anyPeer = anyPeer.or(one);
      if (one != Certainty.NO) {
        peers.add(peer);
      }
    }
    Certainty anyPort = Certainty.of(rule.ports().isEmpty());
    List<PolicyPort> ports = new ArrayList<>();
    for (PolicyPort port : rule.ports()) {
      Certainty one = matches(port, connection);
      anyPort = anyPort.or(one);
      if (one != Certainty.NO) {
        ports.add(port);
      }
    }
    Certainty all = subject.and(anyPeer).and(anyPort);
    return all == Certainty.NO
        ? Optional.empty()
        : Optional.of(
            new ClusterMatch(policy, rule, rule.action(), peers, ports, all == Certainty.YES));
  }

  /**
   * Returns the match of a rule with an unknown peer: a rule that accepts matches nothing, any
   * other rule denies everything.
   */
  private static Optional<ClusterMatch> failClosed(
      ClusterPolicy policy, ClusterRule rule, Certainty subject) {
    return rule.action() == Action.ACCEPT
        ? Optional.empty()
        : Optional.of(
            new ClusterMatch(
                policy, rule, Action.DENY, rule.peers(), List.of(), subject == Certainty.YES));
  }

  /**
   * Whether the port matches. It is uncertain if the port's name belongs to a sidecar and the
   * reading does not settle whether policies see such names.
   */
  private Certainty matches(PolicyPort port, Connection connection) {
    Endpoint destination = connection.destination();
    boolean names = !(destination instanceof Endpoint.Pod pod && pod.hostNetwork());
    boolean without =
        new PortMatch(false, names).matches(port.clause(), connection.transport(), destination);
    boolean with =
        new PortMatch(true, names).matches(port.clause(), connection.transport(), destination);
    if (with == without) {
      return Certainty.of(with);
    }
    boolean settled = reading.settled().containsKey(Knob.SIDECAR_NAMED_PORTS);
    return settled ? Certainty.of(reading.isPermissive(Knob.SIDECAR_NAMED_PORTS)) : Certainty.MAYBE;
  }
}
