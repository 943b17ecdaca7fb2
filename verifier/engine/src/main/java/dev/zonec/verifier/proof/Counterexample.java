package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Flow;
import java.util.List;

/** A counterexample to a claim. Every kind of claim has its own kind of counterexample. */
public sealed interface Counterexample {
  /** Returns the connections in order; none for a workload. */
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
   * Refutes {@link Claim.NoUndeclaredConnection}: a connection that the policies allow and the
   * program does not declare.
   */
  record UndeclaredConnection(Hop hop) implements Counterexample {}

  /** Refutes {@link Claim.NoBlockedFlow}: a blocked connection of {@code flow}. */
  record BlockedFlow(Hop hop, Flow flow) implements Counterexample {}

  /**
   * Refutes {@link Claim.FreeEndsAdmit}: a connection that is blocked at an end that no zone
   * denies.
   */
  record BlockedConnection(Hop hop) implements Counterexample {}

  /**
   * Refutes {@link Claim.NoUndeclaredPath}: a path that only undeclared connections make possible.
   *
   * @param from the name of the party in which the path begins
   * @param to the name of the party in which the path ends
   * @param hops the allowed connections of the path, in order
   */
  record UndeclaredPath(String from, String to, List<Hop> hops) implements Counterexample {
    /** Copies the hops. */
    public UndeclaredPath {
      hops = List.copyOf(hops);
    }
  }

  /**
   * Refutes an assertion that forbids connections or paths.
   *
   * @param assertion the assertion
   * @param hops the forbidden connection, or the connections of the forbidden path, in order; each
   *     is allowed
   */
  record BrokenAssertion(Assertion assertion, List<Hop> hops) implements Counterexample {
    /** Copies the hops. */
    public BrokenAssertion {
      hops = List.copyOf(hops);
    }
  }

  /** Refutes an assertion that requires connections: a required connection that is blocked. */
  record Unreachable(Assertion.Reachable assertion, Hop hop) implements Counterexample {}

  /** Refutes {@link Claim.NoSharedPod}: a workload whose pods are in both zones. */
  record SharedPod(Disjointness.Pair zones, Workload workload) implements Counterexample {}
}
