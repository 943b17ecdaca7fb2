package dev.zonec.verifier.semantics;

import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.policy.Rule;
import dev.zonec.verifier.semantics.SideDecision.Admission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What networking.k8s.io/v1 policies allow, one connection at a time.
 *
 * <p>A connection is allowed iff the source's egress and the destination's ingress both agree. A
 * side agrees iff its pod is not isolated in that direction, or a rule of a policy that isolates it
 * admits the other end on the port.
 */
public final class Semantics {
  private final List<Policy> policies;
  private final Reading reading;
  private final Cluster cluster;

  /**
   * @param policies every policy
   * @param reading how undefined points are resolved
   * @param cluster where pods may have their addresses
   */
  public Semantics(List<Policy> policies, Reading reading, Cluster cluster) {
    this.policies = List.copyOf(policies);
    this.reading = reading;
    this.cluster = cluster;
  }

  /** Whether the connection is allowed, and why. */
  public Decision decide(Connection connection) {
    if (!onHostNetwork(connection.source()) && !onHostNetwork(connection.destination())) {
      return decide(connection, HostNetwork.AS_POD);
    }
    String settled = reading.settled().get(Knob.HOST_NETWORK);
    if (settled != null) {
      return decide(
          connection,
          settled.equals(Knob.HOST_NETWORK.permissive())
              ? HostNetwork.AS_POD
              : HostNetwork.AS_NODE);
    }
    // Neither treatment allows more than the other everywhere, so both are asked.
    Decision asPod = decide(connection, HostNetwork.AS_POD);
    Decision asNode = decide(connection, HostNetwork.AS_NODE);
    return asPod.allowed() == reading.permissive() ? asPod : asNode;
  }

  /**
   * Whether a pod may reach itself through its own Service: as it may reach another pod that is
   * just like it, or by the knob.
   */
  public Decision decideHairpin(Connection toItself) {
    Endpoint.Pod pod = (Endpoint.Pod) toItself.source();
    Endpoint.Pod twin =
        new Endpoint.Pod(
            pod.namespace(),
            pod.name() + " behind its Service",
            pod.labels(),
            pod.namedPorts(),
            pod.hostNetwork(),
            pod.node(),
            pod.addresses());
    Decision toTwin = decide(new Connection(pod, twin, toItself.family(), toItself.transport()));
    if (toTwin.allowed() || !reading.isPermissive(Knob.SERVICE_HAIRPIN)) {
      return toTwin;
    }
    SideDecision always = new SideDecision.Always("a pod may reach itself through its Service");
    return new Decision(always, always);
  }

  /** How host-network pods are seen. */
  private enum HostNetwork {
    AS_POD,
    AS_NODE
  }

  private Decision decide(Connection connection, HostNetwork treatment) {
    if (connection.source() instanceof Endpoint.Pod pod && pod.isSame(connection.destination())) {
      SideDecision always = new SideDecision.Always("a pod always reaches itself");
      return new Decision(always, always);
    }
    return new Decision(
        side(Direction.EGRESS, connection, treatment),
        side(Direction.INGRESS, connection, treatment));
  }

  private SideDecision side(Direction direction, Connection connection, HostNetwork treatment) {
    Endpoint self = direction == Direction.INGRESS ? connection.destination() : connection.source();
    Endpoint other =
        direction == Direction.INGRESS ? connection.source() : connection.destination();
    if (!(self instanceof Endpoint.Pod pod)) {
      return new SideDecision.NothingToAsk(
          self instanceof Endpoint.Node ? "it is a node" : "the address is external");
    }
    if (isSeenAsNode(pod, treatment)) {
      return new SideDecision.NothingToAsk("it is on its node's network");
    }
    if (isOwnNode(pod, other, treatment)) {
      if (direction == Direction.INGRESS) {
        return new SideDecision.Always("a pod's own node always reaches it");
      }
      if (reading.isPermissive(Knob.OWN_NODE_EGRESS)) {
        return new SideDecision.Always("a pod may always reach its own node");
      }
    }
    List<Policy> isolating =
        policies.stream().filter(policy -> policy.isolates(pod, direction)).toList();
    if (isolating.isEmpty()) {
      return new SideDecision.NotIsolated();
    }
    if (!(connection.transport() instanceof Transport.Ported ported)) {
      return reading.isPermissive(Knob.ICMP)
          ? new SideDecision.Always("protocols without ports may pass")
          : new SideDecision.Blocked(isolating);
    }
    Endpoint.Pod namer = podOf(connection.destination(), treatment).orElse(null);
    PortMatching ports = new PortMatching(reading, Optional.ofNullable(namer));
    PeerMatching peers = new PeerMatching(reading, cluster, connection.family());
    List<Admission> admissions = new ArrayList<>();
    for (Policy policy : isolating) {
      for (Rule rule : policy.rules(direction)) {
        var port = rule.ports().stream().filter(p -> ports.matches(p.clause(), ported)).findFirst();
        var peer =
            rule.peers().stream()
                .filter(
                    p ->
                        podOf(other, treatment).isPresent()
                            ? peers.matchesPod(policy, p, podOf(other, treatment).get())
                            : peers.matchesAddress(p, other))
                .findFirst();
        boolean portAdmitted = rule.ports().isEmpty() || port.isPresent();
        boolean peerAdmitted = rule.peers().isEmpty() || peer.isPresent();
        if (portAdmitted && peerAdmitted) {
          admissions.add(new Admission(policy, rule, peer, port));
        }
      }
    }
    return admissions.isEmpty()
        ? new SideDecision.Blocked(isolating)
        : new SideDecision.Admitted(admissions);
  }

  private static Optional<Endpoint.Pod> podOf(Endpoint endpoint, HostNetwork treatment) {
    return endpoint instanceof Endpoint.Pod pod && !isSeenAsNode(pod, treatment)
        ? Optional.of(pod)
        : Optional.empty();
  }

  private static boolean onHostNetwork(Endpoint endpoint) {
    return endpoint instanceof Endpoint.Pod pod && pod.hostNetwork();
  }

  private static boolean isSeenAsNode(Endpoint.Pod pod, HostNetwork treatment) {
    return pod.hostNetwork() && treatment == HostNetwork.AS_NODE;
  }

  private static boolean isOwnNode(Endpoint.Pod pod, Endpoint other, HostNetwork treatment) {
    if (pod.node().isEmpty()) {
      return false;
    }
    return switch (other) {
      case Endpoint.Node node -> node.name().equals(pod.node());
      case Endpoint.Pod otherPod ->
          isSeenAsNode(otherPod, treatment) && otherPod.node().equals(pod.node());
      case Endpoint.External external -> false;
    };
  }
}
