package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Flow;
import java.util.List;

/** What refutes a claim: one kind for each kind of claim. */
public sealed interface Counterexample {
  /** Its connections, one after the other; none for a workload. */
  default List<Hop> hops() {
    return switch (this) {
      case UndeclaredConnection(Hop hop) -> List.of(hop);
      case BlockedFlow(Hop hop, var flow) -> List.of(hop);
      case BlockedConnection(Hop hop) -> List.of(hop);
      case UndeclaredPath(var from, var to, List<Hop> hops) -> hops;
      case BrokenAssertion(var assertion, List<Hop> hops) -> hops;
      case Unreachable(var assertion, Hop hop) -> List.of(hop);
      case SharedPod both -> List.of();
    };
  }

  /**
   * Refutes {@link Claim.NoUndeclaredConnection}: a connection that is allowed and that no flow
   * declares.
   */
  record UndeclaredConnection(Hop hop) implements Counterexample {}

  /** Refutes {@link Claim.NoBlockedFlow}: a connection of a flow that is blocked. */
  record BlockedFlow(Hop hop, Flow flow) implements Counterexample {}

  /** Refutes {@link Claim.FreeEndsAdmit}: a connection that is blocked, and that no zone denies. */
  record BlockedConnection(Hop hop) implements Counterexample {}

  /**
   * Refutes {@link Claim.NoUndeclaredPath}.
   *
   * @param from the party that the path begins in
   * @param to the party that the path ends in
   * @param hops each allowed, one after the other
   */
  record UndeclaredPath(String from, String to, List<Hop> hops) implements Counterexample {
    /** Copies the hops. */
    public UndeclaredPath {
      hops = List.copyOf(hops);
    }
  }

  /**
   * Refutes an assertion about what is not allowed.
   *
   * @param hops a connection, or the connections of a path; each is allowed
   */
  record BrokenAssertion(Assertion assertion, List<Hop> hops) implements Counterexample {
    /** Copies the hops. */
    public BrokenAssertion {
      hops = List.copyOf(hops);
    }
  }

  /** Refutes an assertion about what must be allowed: a connection that is blocked. */
  record Unreachable(Assertion.Reachable assertion, Hop hop) implements Counterexample {}

  /** Refutes {@link Claim.NoSharedPod}: a workload whose pods are in both zones. */
  record SharedPod(Disjointness.Pair zones, Workload workload) implements Counterexample {}
}
