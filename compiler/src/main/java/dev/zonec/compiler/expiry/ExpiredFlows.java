package dev.zonec.compiler.expiry;

/** The treatment of expired flows. */
public enum ExpiredFlows {
  /** An expired flow is an error. */
  ERROR,
  /** Expired flows are left out, with a warning. */
  DROP
}
