package dev.zonec.verifier.world;

import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.Peer;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.policy.Rule;
import dev.zonec.verifier.policy.cluster.ClusterPeer;
import dev.zonec.verifier.policy.cluster.ClusterPolicy;
import dev.zonec.verifier.policy.cluster.ClusterRule;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The labels that controllers put on pods, by which the replicas of one owner differ. */
final class GeneratedLabels {
  private static final Set<String> KEYS =
      Set.of(
          "pod-template-hash",
          "statefulset.kubernetes.io/pod-name",
          "apps.kubernetes.io/pod-index",
          "controller-revision-hash",
          "pod-template-generation",
          "batch.kubernetes.io/job-completion-index",
          "batch.kubernetes.io/job-name",
          "job-name",
          "batch.kubernetes.io/controller-uid",
          "controller-uid");

  private final Set<String> irrelevant;

  /**
   * @param policies a label that one of these asks for tells replicas apart
   * @param clusterPolicies or one of these
   */
  GeneratedLabels(List<Policy> policies, List<ClusterPolicy> clusterPolicies) {
    irrelevant = new HashSet<>(KEYS);
    for (Policy policy : policies) {
      forget(policy.subject());
      for (Direction direction : Direction.values()) {
        policy.rules(direction).stream()
            .map(Rule::peers)
            .flatMap(List::stream)
            .forEach(this::forget);
      }
    }
    for (ClusterPolicy policy : clusterPolicies) {
      forget(policy.subject().pods());
      for (Direction direction : Direction.values()) {
        policy.rules(direction).stream()
            .map(ClusterRule::peers)
            .flatMap(List::stream)
            .forEach(this::forget);
      }
    }
  }

  private void forget(ClusterPeer peer) {
    switch (peer) {
      case ClusterPeer.Pods pods -> forget(pods.pods());
      case ClusterPeer.Networks networks -> {}
      case ClusterPeer.Nodes nodes -> {}
      case ClusterPeer.DomainNames names -> {}
      case ClusterPeer.Unknown unknown -> {}
    }
  }

  private void forget(Peer peer) {
    switch (peer) {
      case Peer.Pods pods -> forget(pods.pods());
      case Peer.Block block -> {}
    }
  }

  private void forget(Selector selector) {
    selector.requirements().stream().map(Requirement::key).forEach(irrelevant::remove);
  }

  /** {@code labels} without those that replicas may differ in. */
  Map<String, String> without(Map<String, String> labels) {
    Map<String, String> rest = new TreeMap<>(labels);
    rest.keySet().removeAll(irrelevant);
    return rest;
  }
}
