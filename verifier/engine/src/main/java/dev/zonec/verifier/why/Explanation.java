package dev.zonec.verifier.why;

import dev.zonec.verifier.query.NoConnection;
import dev.zonec.verifier.query.OpenPorts;
import dev.zonec.verifier.query.PortDecision;
import java.util.List;

/** Why the connections between two ends are allowed or denied. */
public sealed interface Explanation {
  /** The connections are allowed. The decision lists every rule that admits them. */
  record Allowed(PortDecision connections) implements Explanation {}

  /**
   * The connections are denied.
   *
   * @param blockers everything that blocks the example, egress first and in the order of
   *     evaluation; at least one
   * @param scope the connections that the remedy allows
   * @param remedy the changes that would allow them
   */
  record Denied(PortDecision connections, List<Blocker> blockers, RemedyScope scope, Remedy remedy)
      implements Explanation {
    /** Copies the blockers. */
    public Denied {
      blockers = List.copyOf(blockers);
    }
  }

  /**
   * The connections that a remedy allows.
   *
   * @param ports the ports
   * @param everyAddress whether the remedy covers all addresses of the ends, rather than the
   *     addresses of the example only
   */
  record RemedyScope(OpenPorts ports, boolean everyAddress) {}

  /** No connection can exist, whatever the policies say. */
  record NotConnected(NoConnection end) implements Explanation {}
}
