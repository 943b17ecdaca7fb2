package dev.zonec.response.quarantine;

import dev.zonec.kubernetes.world.World;
import dev.zonec.response.change.PolicyKind;
import dev.zonec.response.plugin.NetworkPlugin;
import dev.zonec.response.plugin.PluginPolicies;
import java.util.Optional;
import java.util.stream.Stream;

/** The policies with which pods are isolated. */
public enum Means {
  /**
   * The policies of the network plugin that the inputs contain, or else the cluster-scoped policies
   * that they contain, if any, besides NetworkPolicies.
   */
  IN_USE,
  /** NetworkPolicies only. */
  NETWORK_POLICY,
  /** ClusterNetworkPolicies (policy.networking.k8s.io/v1alpha2), besides NetworkPolicies. */
  CLUSTER_NETWORK_POLICY,
  /** AdminNetworkPolicies (policy.networking.k8s.io/v1alpha1), besides NetworkPolicies. */
  ADMIN_NETWORK_POLICY,
  /** CiliumClusterwideNetworkPolicies (cilium.io/v2), besides NetworkPolicies. */
  CILIUM,
  /** GlobalNetworkPolicies (projectcalico.org/v3), besides NetworkPolicies. */
  CALICO;

  /**
   * Returns the kind of policies that deny before NetworkPolicies; empty if there is none.
   *
   * @param plugins the objects of network plugins in the inputs
   */
  public Optional<PolicyKind> denyingFirst(World world, PluginPolicies plugins) {
    return switch (this) {
      case NETWORK_POLICY -> Optional.empty();
      case CLUSTER_NETWORK_POLICY -> Optional.of(PolicyKind.CLUSTER);
      case ADMIN_NETWORK_POLICY -> Optional.of(PolicyKind.ADMIN);
      case CILIUM -> Optional.of(PolicyKind.CILIUM);
      case CALICO -> Optional.of(PolicyKind.CALICO);
      case IN_USE -> plugins.inUse().map(NetworkPlugin::kind).or(() -> ofApi(world));
    };
  }

  private static Optional<PolicyKind> ofApi(World world) {
    return Stream.of(PolicyKind.CLUSTER, PolicyKind.ADMIN)
        .filter(
            kind ->
                world.clusterPolicies().stream()
                    .anyMatch(policy -> policy.kind().equals(kind.kind())))
        .findFirst();
  }
}
