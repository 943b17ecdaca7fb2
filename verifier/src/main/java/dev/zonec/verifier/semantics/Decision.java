package dev.zonec.verifier.semantics;

/**
 * Whether a connection is allowed, and what each end says to it.
 *
 * @param egress what the source's policies say
 * @param ingress what the destination's policies say
 */
public record Decision(SideDecision egress, SideDecision ingress) {
  /** Whether both ends agree. */
  public boolean allowed() {
    return egress.allowed() && ingress.allowed();
  }
}
