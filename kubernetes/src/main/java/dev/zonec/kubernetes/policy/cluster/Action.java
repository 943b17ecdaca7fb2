package dev.zonec.kubernetes.policy.cluster;

/** What the first rule that matches does; no match is a {@link #PASS}. */
public enum Action {
  /** The connection is admitted on this side, whatever else is there. */
  ACCEPT,
  /** The connection is refused on this side, whatever else is there. */
  DENY,
  /** The rest of the tier is skipped. */
  PASS
}
