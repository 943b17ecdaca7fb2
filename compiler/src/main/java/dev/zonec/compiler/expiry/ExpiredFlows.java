package dev.zonec.compiler.expiry;

/** What becomes of flows past their last day. */
public enum ExpiredFlows {
  /** The program is refused. */
  ERROR,
  /** They are left out, with a warning. */
  DROP
}
