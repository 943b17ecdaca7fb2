package dev.zonec.kubernetes.policy.cluster;

/** The action of a rule. A policy without a matching rule passes. */
public enum Action {
  /** The connection is allowed on this side; no other policy is asked. */
  ACCEPT,
  /** The connection is denied on this side; no other policy is asked. */
  DENY,
  /** The rest of the tier is skipped. */
  PASS
}
