package dev.zonec.verifier.policy;

import java.util.Locale;

/** Which end of a connection a rule speaks for. */
public enum Direction {
  /** The pod is called. */
  INGRESS,
  /** The pod calls. */
  EGRESS;

  /** The word that reports print. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
