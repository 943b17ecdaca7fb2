package dev.zonec.response.quarantine;

import dev.zonec.kubernetes.world.World;
import dev.zonec.response.change.PolicyKind;
import java.util.Optional;
import java.util.stream.Stream;

/** The policies with which pods are isolated. */
public enum Means {
  /** The cluster-scoped policies that the world contains, if any, besides NetworkPolicies. */
  IN_USE,
  /** NetworkPolicies only. */
  NETWORK_POLICY,
  /** ClusterNetworkPolicies (policy.networking.k8s.io/v1alpha2), besides NetworkPolicies. */
  CLUSTER_NETWORK_POLICY,
  /** AdminNetworkPolicies (policy.networking.k8s.io/v1alpha1), besides NetworkPolicies. */
  ADMIN_NETWORK_POLICY;

  /** Returns the kind of policies that deny before NetworkPolicies; empty if there is none. */
  public Optional<PolicyKind> denyingFirst(World world) {
    return switch (this) {
      case NETWORK_POLICY -> Optional.empty();
      case CLUSTER_NETWORK_POLICY -> Optional.of(PolicyKind.CLUSTER);
      case ADMIN_NETWORK_POLICY -> Optional.of(PolicyKind.ADMIN);
      case IN_USE ->
          Stream.of(PolicyKind.CLUSTER, PolicyKind.ADMIN)
              .filter(
                  kind ->
                      world.clusterPolicies().stream()
                          .anyMatch(policy -> policy.kind().equals(kind.kind())))
              .findFirst();
    };
  }
}
