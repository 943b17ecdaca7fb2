package dev.zonec.verifier.lint;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.deadline.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Warns of policies, and of what leads to pods by other names. */
public final class PolicyLint {
  private final EmptySelections selections;
  private final PodBlocks blocks;
  private final ServicePortRules servicePorts;
  private final World world;

  private PolicyLint(World world, Cluster cluster, Set<String> partlyShown) {
    this.world = world;
    this.selections = new EmptySelections(world, partlyShown);
    this.blocks = new PodBlocks(cluster);
    this.servicePorts = new ServicePortRules(world);
  }

  /** The warnings, policy by policy. */
  public static List<Diagnostic> of(World world, Cluster cluster) {
    return of(world, cluster, Set.of());
  }

  /**
   * The warnings, policy by policy.
   *
   * @param partlyShown the namespaces in which pods are made that no manifest shows
   */
  public static List<Diagnostic> of(World world, Cluster cluster, Set<String> partlyShown) {
    return new PolicyLint(world, cluster, partlyShown).warnings();
  }

  private List<Diagnostic> warnings() {
    List<Diagnostic> out = new ArrayList<>();
    for (Policy policy : world.policies()) {
      if (!policy.generated()) {
        selections.subject(policy).ifPresent(out::add);
        for (Direction direction : Direction.values()) {
          for (Rule rule : policy.rules(direction)) {
            Deadline.check();
            rule.peers().forEach(peer -> check(peer, policy, out));
            out.addAll(servicePorts.of(policy, direction, rule));
          }
        }
      }
    }
    for (ClusterPolicy policy : world.clusterPolicies()) {
      selections.subject(policy).ifPresent(out::add);
      for (Direction direction : Direction.values()) {
        for (ClusterRule rule : policy.rules(direction)) {
          Deadline.check();
          rule.peers().forEach(peer -> check(peer, out));
          out.addAll(servicePorts.of(policy, direction, rule));
        }
      }
    }
    out.addAll(TiedPolicies.of(world));
    out.addAll(EntrancePorts.of(world));
    return out;
  }

  private void check(Peer peer, Policy policy, List<Diagnostic> out) {
    switch (peer) {
      case Peer.Pods pods -> selections.peer(pods, policy.namespace()).ifPresent(out::add);
      case Peer.Block block -> blocks.check(block).ifPresent(out::add);
    }
  }

  private void check(ClusterPeer peer, List<Diagnostic> out) {
    switch (peer) {
      case ClusterPeer.Pods pods ->
          selections.peer(pods.namespaces(), pods.pods(), pods.span()).ifPresent(out::add);
      case ClusterPeer.Networks networks -> {}
      case ClusterPeer.Nodes nodes -> {}
      case ClusterPeer.DomainNames names -> {}
      case ClusterPeer.Unknown unknown -> {}
    }
  }
}
