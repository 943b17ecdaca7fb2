package dev.zonec.verifier.proof;

import java.util.List;

/** What refutes a claim. */
public sealed interface Counterexample {
  /** A connection that is allowed and should not be. */
  record Allowed(Hop hop) implements Counterexample {}

  /**
   * A path that should not be there.
   *
   * @param hops each allowed, one after the other
   */
  record Path(List<Hop> hops) implements Counterexample {
    /** Copies the hops. */
    public Path {
      hops = List.copyOf(hops);
    }
  }

  /**
   * A connection that is blocked and should not be.
   *
   * @param hop the connection
   * @param declaredBy the flow that declares it, as a report prints it; empty for an assertion's
   */
  record Blocked(Hop hop, java.util.Optional<dev.zonec.model.program.Flow> declaredBy)
      implements Counterexample {}
}
