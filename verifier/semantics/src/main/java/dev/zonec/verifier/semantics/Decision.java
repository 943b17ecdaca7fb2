package dev.zonec.verifier.semantics;

import dev.zonec.kubernetes.reading.Knob;

/** Whether a connection is allowed, and the reason. */
public sealed interface Decision {
  /** Whether the connection is allowed. */
  default boolean isAllowed() {
    return switch (this) {
      case SamePod samePod -> true;
      case OwnService ownService -> true;
      case Judged judged -> judged.egress().admits() && judged.ingress().admits();
    };
  }

  /** A pod connects to itself. Policies cannot forbid that. */
  record SamePod() implements Decision {}

  /**
   * A pod connects to itself through its own Service, and {@link Knob#SERVICE_HAIRPIN} allows that.
   */
  record OwnService() implements Decision {}

  /**
   * The policies on both sides decide.
   *
   * @param egress the decision of the policies of the source
   * @param ingress the decision of the policies of the destination
   */
  record Judged(SideDecision egress, SideDecision ingress) implements Decision {}
}
