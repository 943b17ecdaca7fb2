package dev.zonec.kubernetes.policy;

import java.util.Locale;

/** The direction of a rule. */
public enum Direction {
  /** The pod is the destination. */
  INGRESS,
  /** The pod is the source. */
  EGRESS;

  /** Returns the direction of the other side of a connection. */
  public Direction opposite() {
    return switch (this) {
      case INGRESS -> EGRESS;
      case EGRESS -> INGRESS;
    };
  }

  /** Returns the word for reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
