package dev.zonec.verifier.semantics;

import dev.zonec.kubernetes.reading.Knob;

/** Whether a connection is allowed, and why. */
public sealed interface Decision {
  /** Whether the connection is allowed. */
  default boolean isAllowed() {
    return switch (this) {
      case SamePod samePod -> true;
      case OwnService ownService -> true;
      case Judged judged -> judged.egress().admits() && judged.ingress().admits();
    };
  }

  /** A pod calls itself, which nothing forbids. */
  record SamePod() implements Decision {}

  /**
   * A pod calls itself through a Service of its own, which {@link Knob#SERVICE_HAIRPIN} lets pass.
   */
  record OwnService() implements Decision {}

  /**
   * Both ends decide.
   *
   * @param egress what governs the source says
   * @param ingress what governs the destination says
   */
  record Judged(SideDecision egress, SideDecision ingress) implements Decision {}
}
