package dev.zonec.verifier.finding;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Waiver;
import dev.zonec.verifier.accepted.Acceptance;
import dev.zonec.verifier.proof.Claim;
import java.util.List;

/** The result for a claim: that it holds, a reason why it does not hold, or why this is unknown. */
public sealed interface Finding {
  /** Returns the id, which is unique in a run. */
  FindingId id();

  /** Returns the claim. */
  Claim claim();

  /** How certain a violation is. */
  enum Certainty {
    /** The violation is certain: the concrete semantics confirms it. */
    CERTAIN,
    /** An input that was not read could still allow or deny the connection. */
    PROVISIONAL
  }

  /** A counterexample to the claim. */
  sealed interface Violation extends Finding {
    /** Returns the kind of the violation. */
    default ViolationKind kind() {
      return switch (this) {
        case UndeclaredConnection found -> ViolationKind.UNDECLARED_CONNECTION;
        case BlockedFlow found -> ViolationKind.BLOCKED_FLOW;
        case BlockedConnection found -> ViolationKind.BLOCKED_CONNECTION;
        case UndeclaredPaths found -> ViolationKind.UNDECLARED_PATHS;
        case BrokenAssertion found -> ViolationKind.BROKEN_ASSERTION;
        case Unreachable found -> ViolationKind.UNREACHABLE;
        case SharedPod found -> ViolationKind.SHARED_POD;
      };
    }

    /** Returns how certain the violation is. */
    Certainty certainty();

    /**
     * Returns the connections of the counterexample in order; empty if the counterexample is a
     * workload.
     */
    List<FindingHop> hops();
  }

  /** The claim holds for every pod that could exist. */
  record Holds(FindingId id, Claim claim) implements Finding {}

  /**
   * The claim holds, except for connections or paths that waivers excuse.
   *
   * @param waivers the waivers that it needs; at least one
   */
  record HoldsWithWaivers(FindingId id, Claim claim, List<Waiver> waivers) implements Finding {
    /** Copies the waivers. */
    public HoldsWithWaivers {
      waivers = List.copyOf(waivers);
    }
  }

  /**
   * The claim holds, except for violations that are accepted, and for connections or paths that
   * waivers excuse. Each accepted violation is a finding of its own.
   *
   * @param waivers the waivers that the claim needs; may be empty
   */
  record HoldsExceptAccepted(FindingId id, Claim claim, List<Waiver> waivers) implements Finding {
    /** Copies the waivers. */
    public HoldsExceptAccepted {
      waivers = List.copyOf(waivers);
    }
  }

  /**
   * A violation that is accepted.
   *
   * @param violation an example of the violation
   * @param acceptance the acceptance
   */
  record Accepted(Violation violation, Acceptance acceptance) implements Finding {
    @Override
    public FindingId id() {
      return violation.id();
    }

    @Override
    public Claim claim() {
      return violation.claim();
    }
  }

  /** The policies allow a connection that no flow declares. */
  record UndeclaredConnection(FindingId id, Claim claim, Certainty certainty, FindingHop hop)
      implements Violation {
    @Override
    public List<FindingHop> hops() {
      return List.of(hop);
    }
  }

  /**
   * The policies block a connection that a flow declares.
   *
   * @param flow the flow
   * @param hop a blocked connection of the flow
   */
  record BlockedFlow(FindingId id, Claim claim, Certainty certainty, Flow flow, FindingHop hop)
      implements Violation {
    @Override
    public List<FindingHop> hops() {
      return List.of(hop);
    }
  }

  /** The policies block a connection that the program does not restrict. */
  record BlockedConnection(FindingId id, Claim claim, Certainty certainty, FindingHop hop)
      implements Violation {
    @Override
    public List<FindingHop> hops() {
      return List.of(hop);
    }
  }

  /**
   * Connections lead from one party to another, but no declared connections do.
   *
   * @param pairs all pairs of parties for which this is so
   * @param hops a shortest path of one of the pairs
   */
  record UndeclaredPaths(
      FindingId id, Claim claim, Certainty certainty, List<Pair> pairs, List<FindingHop> hops)
      implements Violation {
    /** Copies the lists. */
    public UndeclaredPaths {
      pairs = List.copyOf(pairs);
      hops = List.copyOf(hops);
    }

    /** The parties of the first and the last end of a path. */
    public record Pair(String from, String to) {}
  }

  /**
   * A connection or path violates an assertion.
   *
   * @param hops the connection, or the connections of the path
   */
  record BrokenAssertion(
      FindingId id, Claim claim, Certainty certainty, Assertion assertion, List<FindingHop> hops)
      implements Violation {
    /** Copies the hops. */
    public BrokenAssertion {
      hops = List.copyOf(hops);
    }
  }

  /** The policies block a connection that an assertion requires. */
  record Unreachable(
      FindingId id, Claim claim, Certainty certainty, Assertion.Reachable assertion, FindingHop hop)
      implements Violation {
    @Override
    public List<FindingHop> hops() {
      return List.of(hop);
    }
  }

  /** The pods of a workload are in two zones that are declared disjoint. */
  record SharedPod(
      FindingId id, Claim claim, Certainty certainty, Disjointness.Pair zones, Workload workload)
      implements Violation {
    @Override
    public List<FindingHop> hops() {
      return List.of();
    }
  }

  /**
   * The claim is inconclusive.
   *
   * @param reason why, as a clause
   */
  record Inconclusive(FindingId id, Claim claim, String reason) implements Finding {}

  /**
   * The claim that there is no undeclared path is inconclusive while another claim fails. Reports
   * do not mention it, because the other claim has to be corrected first.
   *
   * @param reason why, as a clause
   */
  record Moot(FindingId id, Claim claim, String reason) implements Finding {}

  /**
   * An assertion says nothing, because one of its parties can have no member.
   *
   * @param party the name of the party
   */
  record EmptyAssertion(FindingId id, Claim claim, Assertion assertion, String party)
      implements Finding {}

  /**
   * A declaration of disjoint zones would leave no pod in one of the zones.
   *
   * @param party the name of the zone
   */
  record EmptyDisjointness(FindingId id, Claim claim, Disjointness.Pair zones, String party)
      implements Finding {}
}
