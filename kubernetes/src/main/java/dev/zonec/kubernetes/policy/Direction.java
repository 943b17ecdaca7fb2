package dev.zonec.kubernetes.policy;

import java.util.Locale;

/** Which end of a connection a rule speaks for. */
public enum Direction {
  /** The pod is called. */
  INGRESS,
  /** The pod calls. */
  EGRESS;

  /** Returns the direction of the other side of a connection. */
  public Direction opposite() {
    return switch (this) {
      case INGRESS -> EGRESS;
      case EGRESS -> INGRESS;
    };
  }

  /** The word that reports print. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
