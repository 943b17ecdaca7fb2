package dev.zonec.kubernetes.policy.cluster;

/** Where a cluster-scoped policy stands: NetworkPolicies come between the two tiers. */
public enum Tier {
  /** Asked before NetworkPolicies. */
  ADMIN,
  /** Asked after them. */
  BASELINE
}
