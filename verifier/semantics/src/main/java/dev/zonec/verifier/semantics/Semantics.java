package dev.zonec.verifier.semantics;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.cluster.Tier;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.Cluster;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a set of policies allows.
 *
 * <pre>
 * applies(π,p,dir) = π.namespace = p.namespace ∧ π.podSelector matches p ∧ dir ∈ types(π)
 * isolated(p,dir)  = ∃π applies(π,p,dir)
 * np(p,dir,f)      = ¬isolated(p,dir) ∨ ∃π, rule: applies ∧ peer matches ∧ port matches
 * side(p,dir,f)    = the first of: tier Admin accepts or denies f; isolated(p,dir), then np(p,dir,f);
 *                    tier Baseline accepts or denies f; true
 * allow(f)         = same pod ∨ (side(s,Egress,f) ∧ side(d,Ingress,f))
 *                    and: NetworkPolicies always admit a source on d's own node
 * </pre>
 */
public final class Semantics {
  private final NetworkPolicies policies;
  private final ClusterTiers tiers;
  private final Reading reading;
  private final Cluster cluster;

  /**
   * @param world the world with the policies; its workloads are not used
   * @param reading the reading
   * @param cluster the ranges that an unknown address can be in
   */
  public Semantics(World world, Reading reading, Cluster cluster) {
    this.policies = new NetworkPolicies(world.policies(), reading);
    this.tiers = new ClusterTiers(world, reading, cluster);
    this.reading = reading;
    this.cluster = cluster;
  }

  /** Decides {@code connection}, which the source opens to the destination's own address. */
  public Decision decide(Connection connection) {
    if (isSamePod(connection)) {
      return new Decision.SamePod();
    }
    return judge(connection);
  }

  /**
   * Decides a connection that the source opens to a Service and that ends at {@code connection}'s
   * destination, a pod behind the Service, at its own port. The result differs from {@link #decide}
   * only if a pod reaches itself: if {@link Knob#SERVICE_HAIRPIN} does not allow this, policies
   * must admit the pod like any other. A Deny of a cluster-scoped policy always applies.
   */
  public Decision decideThroughService(Connection connection) {
    Decision judged = judge(connection);
    return isSamePod(connection)
            && reading.isPermissive(Knob.SERVICE_HAIRPIN)
            && !isDeniedForCluster(judged)
        ? new Decision.OwnService()
        : judged;
  }

  /**
   * Returns the rules that do not admit {@code connection}, of every NetworkPolicy that isolates
   * its end in {@code direction}. If the decision depends on the treatment of pods on the host
   * network, the treatment that decided applies.
   */
  public List<NearMiss> nearMisses(Connection connection, Direction direction) {
    boolean incoming = direction == Direction.INGRESS;
    Endpoint self = incoming ? connection.destination() : connection.source();
    Endpoint other = incoming ? connection.source() : connection.destination();
    return self instanceof Endpoint.Pod pod
        ? new NearMisses(policies, reading, cluster, treatment(connection))
            .of(pod, other, connection, direction)
        : List.of();
  }

  private static boolean isDeniedForCluster(Decision decision) {
    return decision instanceof Decision.Judged(SideDecision egress, SideDecision ingress)
        && Stream.of(egress, ingress)
            .map(SideDecision::decisive)
            .anyMatch(side -> side instanceof SideDecision.Decided decided && !decided.admits());
  }

  private static boolean isSamePod(Connection connection) {
    return connection.source() instanceof Endpoint.Pod pod && pod.isSame(connection.destination());
  }

  private Decision judge(Connection connection) {
    return judge(connection, treatment(connection));
  }

  /**
   * Returns the treatment of pods on the host network. If the knob is not settled, MAY allows a
   * connection that one treatment allows, and MUST a connection that both allow.
   */
  private HostNetwork treatment(Connection connection) {
    if (!isHostNetwork(connection.source()) && !isHostNetwork(connection.destination())) {
      return HostNetwork.POD;
    }
    if (reading.settled().containsKey(Knob.HOST_NETWORK)) {
      return reading.isPermissive(Knob.HOST_NETWORK) ? HostNetwork.POD : HostNetwork.NODE;
    }
    boolean passes = judge(connection, HostNetwork.POD).isAllowed();
    return passes == reading.permissive() ? HostNetwork.POD : HostNetwork.NODE;
  }

  private static boolean isHostNetwork(Endpoint endpoint) {
    return endpoint instanceof Endpoint.Pod pod && pod.hostNetwork();
  }

  private Decision judge(Connection connection, HostNetwork hostNetwork) {
    PeerMatch peers = new PeerMatch(reading, cluster, hostNetwork, connection.family());
    return new Decision.Judged(
        side(connection, Direction.EGRESS, peers), side(connection, Direction.INGRESS, peers));
  }

  private SideDecision side(Connection connection, Direction direction, PeerMatch peers) {
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
      case Endpoint.External external -> new SideDecision.NotAPod();
      case Endpoint.Node node -> new SideDecision.NotAPod();
      case Endpoint.Pod pod when peers.isSeenAsNode(pod) -> new SideDecision.OnHostNetwork();
      case Endpoint.Pod pod -> side(pod, other, connection, direction, peers);
    };
  }

  /** Asks the tiers in order, until one decides. */
  private SideDecision side(
      Endpoint.Pod pod,
      Endpoint other,
      Connection connection,
      Direction direction,
      PeerMatch peers) {
    SideDecision policies = this.policies.side(pod, other, connection, direction, peers);
    if (pod.hostNetwork()) {
      // Cluster-scoped policies never select a pod on the host network.
      return policies;
    }
    SideDecision rest =
        policies instanceof SideDecision.NotIsolated
            ? decided(Tier.BASELINE, pod, connection, direction, policies)
            : policies;
    return decided(Tier.ADMIN, pod, connection, direction, rest);
  }

  /** Returns the decision of {@code tier}, or {@code next} if it passes. */
  private SideDecision decided(
      Tier tier, Endpoint.Pod pod, Connection connection, Direction direction, SideDecision next) {
    ClusterTiers.TierDecision answer = tiers.decide(tier, pod, direction, connection);
    if (answer.by().isEmpty()) {
      return next;
    }
    ClusterMatch by = answer.by().get();
    return switch (by.action()) {
      case PASS -> new SideDecision.Passed(by, next);
      case ACCEPT -> new SideDecision.Decided(by, answer.tied());
      case DENY -> {
        List<Policy> others = policies.isolating(pod, direction.opposite());
        boolean undefined = tier == Tier.BASELINE && !others.isEmpty();
        yield undefined && reading.isPermissive(Knob.BASELINE_AFTER_POLICY)
            ? new SideDecision.Undefined(Knob.BASELINE_AFTER_POLICY, true, others)
            : new SideDecision.Decided(by, answer.tied());
      }
    };
  }
}
