package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.program.Flow;
import java.util.List;
import java.util.Optional;

/** What refutes a claim. */
public sealed interface Counterexample {
  /** Its connections, one after the other; none for a workload. */
  default List<Hop> hops() {
    return switch (this) {
      case Allowed(Hop hop) -> List.of(hop);
      case Path(var from, var to, List<Hop> hops) -> hops;
      case Blocked(Hop hop, var declaredBy) -> List.of(hop);
      case InBoth both -> List.of();
    };
  }

  /** A connection that is allowed and should not be. */
  record Allowed(Hop hop) implements Counterexample {}

  /**
   * A path that should not be there.
   *
   * @param from the party that it begins in
   * @param to the party that it ends in
   * @param hops each allowed, one after the other
   */
  record Path(String from, String to, List<Hop> hops) implements Counterexample {
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
  record Blocked(Hop hop, Optional<Flow> declaredBy) implements Counterexample {}

  /** A workload whose pods are in two zones that should share none. */
  record InBoth(Workload workload) implements Counterexample {}
}
