package dev.zonec.verifier.query;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import java.util.List;

/**
 * A difference between a statement of the program and what happens to callers outside the cluster.
 */
public sealed interface CallerDiscrepancy {
  /** Returns the way in which the callers reach a pod. */
  ExternalAccess access();

  /**
   * The statement lets the callers connect, but the policies may deny the source that they appear
   * as.
   *
   * @param claim the flow or assertion
   * @param to the parties that the statement lets them connect to
   */
  record Blocked(Span claim, List<Party> to, ExternalAccess access) implements CallerDiscrepancy {}

  /**
   * The statement denies the callers, but they reach the pod with the address of a node.
   *
   * @param onward the flows that lead from the pod to a party of the assertion; none if the pod
   *     itself is in this party
   */
  record Admitted(Assertion claim, ExternalAccess access, List<Flow> onward)
      implements CallerDiscrepancy {
    /** Copies the list. */
    public Admitted {
      onward = List.copyOf(onward);
    }
  }

  /**
   * No flow declares connections from outside, but callers reach the zone with the address of a
   * node.
   */
  record Undeclared(Party.Zone zone, ExternalAccess access) implements CallerDiscrepancy {}
}
