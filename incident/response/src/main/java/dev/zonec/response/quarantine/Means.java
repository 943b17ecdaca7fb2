package dev.zonec.response.quarantine;

/** The policies with which pods are isolated. */
public enum Means {
  /** The cluster-scoped policies that the world contains, if any, besides NetworkPolicies. */
  IN_USE,
  /** NetworkPolicies only. */
  NETWORK_POLICY,
  /** ClusterNetworkPolicies (policy.networking.k8s.io/v1alpha2), besides NetworkPolicies. */
  CLUSTER_NETWORK_POLICY,
  /** AdminNetworkPolicies (policy.networking.k8s.io/v1alpha1), besides NetworkPolicies. */
  ADMIN_NETWORK_POLICY
}
