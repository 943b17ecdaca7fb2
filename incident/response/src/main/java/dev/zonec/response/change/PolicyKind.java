package dev.zonec.response.change;

import java.util.LinkedHashMap;
import java.util.Map;

/** A kind of policies that changes add. */
public enum PolicyKind {
  /** NetworkPolicy. */
  NETWORK("networkpolicy", "networking.k8s.io/v1", "NetworkPolicy"),
  /** ClusterNetworkPolicy. */
  CLUSTER("clusternetworkpolicy", "policy.networking.k8s.io/v1alpha2", "ClusterNetworkPolicy"),
  /** AdminNetworkPolicy. */
  ADMIN("adminnetworkpolicy", "policy.networking.k8s.io/v1alpha1", "AdminNetworkPolicy"),
  /** Cilium's cluster-scoped policy. */
  CILIUM("ciliumclusterwidenetworkpolicy", "cilium.io/v2", "CiliumClusterwideNetworkPolicy"),
  /** Calico's cluster-scoped policy. */
  CALICO("globalnetworkpolicy.projectcalico.org", "projectcalico.org/v3", "GlobalNetworkPolicy"),
  /** A tier of Calico's policies. */
  CALICO_TIER("tier.projectcalico.org", "projectcalico.org/v3", "Tier");

  private final String resource;
  private final String apiVersion;
  private final String kind;

  PolicyKind(String resource, String apiVersion, String kind) {
    this.resource = resource;
    this.apiVersion = apiVersion;
    this.kind = kind;
  }

  /** Returns the name of the kind in manifests. */
  public String kind() {
    return kind;
  }

  /**
   * Returns a policy of this kind.
   *
   * @param metadata its metadata, with its name, and its namespace if it has one
   * @param spec its other fields
   */
  public NewObject object(Map<String, Object> metadata, Map<String, Object> spec) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("apiVersion", apiVersion);
    tree.put("kind", kind);
    tree.put("metadata", metadata);
    tree.put("spec", spec);
    return new NewObject(
        resource,
        String.valueOf(metadata.getOrDefault("namespace", "")),
        String.valueOf(metadata.get("name")),
        tree);
  }
}
