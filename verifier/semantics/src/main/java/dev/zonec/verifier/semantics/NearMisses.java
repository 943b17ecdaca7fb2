package dev.zonec.verifier.semantics;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Explains why rules do not admit a connection.
 *
 * @param policies all NetworkPolicies
 * @param reading the reading
 * @param cluster the ranges that an unknown address can be in
 * @param hostNetwork the treatment of pods on the host network that decided the connection
 */
record NearMisses(
    NetworkPolicies policies, Reading reading, Cluster cluster, HostNetwork hostNetwork) {
  /**
   * Returns the rules that do not admit {@code connection}, of the policies that isolate {@code
   * pod}.
   */
  List<NearMiss> of(Endpoint.Pod pod, Endpoint other, Connection connection, Direction direction) {
    List<NearMiss> misses = new ArrayList<>();
    for (Policy policy : policies.isolating(pod, direction)) {
      for (Rule rule : policy.rules(direction)) {
        Fit peer = peer(policy, rule, other, connection);
        Fit port = port(rule, connection);
        if (!peer.fits() || !port.fits()) {
          misses.add(new NearMiss(policy, rule, peer, port));
        }
      }
    }
    return misses;
  }

  private Fit peer(Policy policy, Rule rule, Endpoint other, Connection connection) {
    PeerMatch now = new PeerMatch(reading, cluster, hostNetwork, connection.family());
    if (rule.peers().isEmpty() || rule.peers().stream().anyMatch(fits(now, policy, other))) {
      return new Fit.Fits();
    }
    Reading lenient = lenient(reading);
    PeerMatch known = new PeerMatch(lenient, cluster, hostNetwork, connection.family());
    for (Peer peer : rule.peers()) {
      if (fits(known, policy, other).test(peer)) {
        return switch (peer) {
          case Peer.Pods pods -> new Fit.UnknownLabels();
          case Peer.Block block -> new Fit.UnknownAddress();
        };
      }
    }
    for (HostNetwork treatment : HostNetwork.values()) {
      PeerMatch seen = new PeerMatch(lenient, cluster, treatment, connection.family());
      if (rule.peers().stream().anyMatch(fits(seen, policy, other))) {
        return new Fit.Open(Knob.HOST_NETWORK);
      }
    }
    Reading blocks =
        lenient.with(Knob.IPBLOCK_MATCHES_PODS, Knob.IPBLOCK_MATCHES_PODS.permissive());
    PeerMatch byAddress = new PeerMatch(blocks, cluster, hostNetwork, connection.family());
    return rule.peers().stream().anyMatch(fits(byAddress, policy, other))
        ? new Fit.Open(Knob.IPBLOCK_MATCHES_PODS)
        : new Fit.Differs();
  }

  private static Predicate<Peer> fits(PeerMatch match, Policy policy, Endpoint other) {
    return peer -> match.matches(peer, policy.namespace(), other);
  }

  /** Returns the same settled knobs, with unknown values counted as matching. */
  private static Reading lenient(Reading reading) {
    Knob blocks = Knob.IPBLOCK_MATCHES_PODS;
    String answer = reading.isPermissive(blocks) ? blocks.permissive() : blocks.restrictive();
    return reading.with(blocks, answer).withPermissive(true);
  }

  private Fit port(Rule rule, Connection connection) {
    boolean sidecars = reading.isPermissive(Knob.SIDECAR_NAMED_PORTS);
    boolean asPod = hostNetwork == HostNetwork.POD || !isHostNetwork(connection.destination());
    if (rule.ports().isEmpty() || isAdmitted(rule, new PortMatch(sidecars, asPod), connection)) {
      return new Fit.Fits();
    }
    if (isAdmitted(rule, new PortMatch(!sidecars, asPod), connection)) {
      return new Fit.Open(Knob.SIDECAR_NAMED_PORTS);
    }
    return isAdmitted(rule, new PortMatch(sidecars, !asPod), connection)
        ? new Fit.Open(Knob.HOST_NETWORK)
        : new Fit.Differs();
  }

  private static boolean isHostNetwork(Endpoint end) {
    return end instanceof Endpoint.Pod pod && pod.hostNetwork();
  }

  private static boolean isAdmitted(Rule rule, PortMatch match, Connection connection) {
    return rule.ports().stream()
        .anyMatch(
            port -> match.matches(port.clause(), connection.transport(), connection.destination()));
  }
}
