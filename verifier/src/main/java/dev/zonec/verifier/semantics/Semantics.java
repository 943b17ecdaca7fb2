package dev.zonec.verifier.semantics;

import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.Peer;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.policy.PolicyPort;
import dev.zonec.verifier.policy.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * What a set of policies allows.
 *
 * <pre>
 * applies(π,p,dir) = π.namespace = p.namespace ∧ π.podSelector matches p ∧ dir ∈ types(π)
 * isolated(p,dir)  = ∃π applies(π,p,dir)
 * np(p,dir,f)      = ¬isolated(p,dir) ∨ ∃π, rule: applies ∧ peer matches ∧ port matches
 * allow(f)         = same pod ∨ (np(s,Egress,f) ∧ np(d,Ingress,f))
 *                    and: a source on d's own node is always admitted
 * </pre>
 */
public final class Semantics {
  private final List<Policy> policies;
  private final Reading reading;
  private final Cluster cluster;

  /**
   * @param policies every policy of the cluster
   * @param reading how undefined points are resolved
   * @param cluster where addresses that are not known may lie
   */
  public Semantics(List<Policy> policies, Reading reading, Cluster cluster) {
    this.policies = List.copyOf(policies);
    this.reading = reading;
    this.cluster = cluster;
  }

  /** Whether {@code connection}, made to the destination's own address, is allowed. */
  public Decision decide(Connection connection) {
    if (isSamePod(connection)) {
      return new Decision.SamePod();
    }
    return judge(connection);
  }

  /**
   * Whether {@code connection} is allowed when the source calls a Service and the destination is
   * the pod behind it that takes the call, on its own port. Only a pod that reaches itself is
   * treated otherwise than in {@link #decide}: where {@link Knob#SERVICE_HAIRPIN} does not let it
   * pass, policies must admit it as they would another pod.
   */
  public Decision decideThroughService(Connection connection) {
    if (isSamePod(connection) && reading.isPermissive(Knob.SERVICE_HAIRPIN)) {
      return new Decision.OwnService();
    }
    return judge(connection);
  }

  private static boolean isSamePod(Connection connection) {
    return connection.source() instanceof Endpoint.Pod pod && pod.isSame(connection.destination());
  }

  /**
   * Under MAY a connection passes if it does under a treatment that is open, under MUST if under
   * all.
   */
  private Decision judge(Connection connection) {
    if (!isHostNetwork(connection.source()) && !isHostNetwork(connection.destination())) {
      return judge(connection, HostNetwork.POD);
    }
    if (reading.settled().containsKey(Knob.HOST_NETWORK)) {
      return judge(
          connection, reading.isPermissive(Knob.HOST_NETWORK) ? HostNetwork.POD : HostNetwork.NODE);
    }
    Decision asPod = judge(connection, HostNetwork.POD);
    Decision asNode = judge(connection, HostNetwork.NODE);
    return asPod.isAllowed() == reading.permissive() ? asPod : asNode;
  }

  private static boolean isHostNetwork(Endpoint endpoint) {
    return endpoint instanceof Endpoint.Pod pod && pod.hostNetwork();
  }

  private Decision judge(Connection connection, HostNetwork hostNetwork) {
    PeerMatch peers = new PeerMatch(reading, cluster, hostNetwork, connection.family());
    return new Decision.Judged(
        side(connection, Direction.EGRESS, peers), side(connection, Direction.INGRESS, peers));
  }

  private Side side(Connection connection, Direction direction, PeerMatch peers) {
    Endpoint self =
        switch (direction) {
          case INGRESS -> connection.destination();
          case EGRESS -> connection.source();
        };
    Endpoint other =
        switch (direction) {
          case INGRESS -> connection.source();
          case EGRESS -> connection.destination();
        };
    return switch (self) {
      case Endpoint.External external -> new Side.NothingToAsk();
      case Endpoint.Node node -> new Side.NothingToAsk();
      case Endpoint.Pod pod when peers.isSeenAsNode(pod) -> new Side.OutOfReach();
      case Endpoint.Pod pod -> side(pod, other, connection, direction, peers);
    };
  }

  private Side side(
      Endpoint.Pod pod,
      Endpoint other,
      Connection connection,
      Direction direction,
      PeerMatch peers) {
    List<Policy> isolating =
        policies.stream().filter(policy -> policy.isolates(pod, direction)).toList();
    if (isolating.isEmpty()) {
      return new Side.NotIsolated();
    }
    boolean ownNode = isOwnNode(pod, other, peers);
    if (ownNode && direction == Direction.INGRESS) {
      return new Side.OwnNode();
    }
    if (connection.transport() instanceof Transport.Portless) {
      return new Side.Undefined(Knob.ICMP, reading.isPermissive(Knob.ICMP), isolating);
    }
    List<Admission> admissions = new ArrayList<>();
    for (Policy policy : isolating) {
      for (Rule rule : policy.rules(direction)) {
        addAdmission(policy, rule, other, connection, peers, admissions);
      }
    }
    if (!admissions.isEmpty()) {
      return new Side.Admitted(admissions);
    }
    if (ownNode) {
      boolean passes = reading.isPermissive(Knob.OWN_NODE_EGRESS);
      return new Side.Undefined(Knob.OWN_NODE_EGRESS, passes, isolating);
    }
    return new Side.Blocked(isolating);
  }

  private void addAdmission(
      Policy policy,
      Rule rule,
      Endpoint other,
      Connection connection,
      PeerMatch peerMatch,
      List<Admission> admissions) {
    List<Peer> peers =
        rule.peers().stream()
            .filter(peer -> peerMatch.matches(peer, policy.namespace(), other))
            .toList();
    PortMatch portMatch =
        new PortMatch(
            reading.isPermissive(Knob.SIDECAR_NAMED_PORTS),
            !peerMatch.isSeenAsNode(connection.destination()));
    List<PolicyPort> ports =
        rule.ports().stream()
            .filter(
                port ->
                    portMatch.matches(
                        port.clause(), connection.transport(), connection.destination()))
            .toList();
    boolean peerMatches = rule.peers().isEmpty() || !peers.isEmpty();
    boolean portMatches = rule.ports().isEmpty() || !ports.isEmpty();
    if (peerMatches && portMatches) {
      admissions.add(new Admission(policy, rule, peers, ports));
    }
  }

  /**
   * Whether {@code other} is the node that {@code pod} runs on; where it may be, as MAY and MUST
   * go.
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
