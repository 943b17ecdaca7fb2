package dev.zonec.verifier.why;

import dev.zonec.verifier.query.NoConnection;
import dev.zonec.verifier.query.OpenPorts;
import dev.zonec.verifier.query.PortDecision;
import java.util.List;

/** Why connections between two places are as they are. */
public sealed interface Explanation {
  /** They are allowed: the decision has every rule that admits them. */
  record Allowed(PortDecision connections) implements Explanation {}

  /**
   * They are denied.
   *
   * @param blockers everything that blocks the example, by side and in the order in which it is
   *     asked; at least one
   * @param scope what the remedy allows: where a range or ports were asked for, all of it
   * @param remedy what would allow it
   */
  record Denied(PortDecision connections, List<Blocker> blockers, RemedyScope scope, Remedy remedy)
      implements Explanation {
    /** Copies the blockers. */
    public Denied {
      blockers = List.copyOf(blockers);
    }
  }

  /**
   * What a remedy allows.
   *
   * @param ports the ports
   * @param everyAddress whether it is every address that the ends stand for; else the example's
   */
  record RemedyScope(OpenPorts ports, boolean everyAddress) {}

  /** No connection is made, whatever policies say. */
  record NotConnected(NoConnection end) implements Explanation {}
}
