package dev.zonec.kubernetes.policy.cluster;

/** The tiers of cluster-scoped policies. NetworkPolicies are evaluated between them. */
public enum Tier {
  /** Evaluated before NetworkPolicies. */
  ADMIN,
  /** Evaluated after NetworkPolicies. */
  BASELINE
}
