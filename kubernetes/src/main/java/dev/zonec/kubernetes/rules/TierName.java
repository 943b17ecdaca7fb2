package dev.zonec.kubernetes.rules;

/** The tiers of rules, in the order in which they are asked. */
public enum TierName {
  /** Cluster-scoped policies that are asked first. */
  ADMIN,
  /** NetworkPolicies. */
  NETWORK_POLICY,
  /** Cluster-scoped policies for what nothing else decides. */
  BASELINE
}
