package dev.zonec.verifier.finding;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Waiver;
import dev.zonec.verifier.proof.Claim;
import java.util.List;

/** What a claim comes to: that it holds, why it does not, or why that is not known. */
public sealed interface Finding {
  /** Its id, unique in a run. */
  FindingId id();

  /** The claim that it is about. */
  Claim claim();

  /** How certain a violation is. */
  enum Certainty {
    /** It is real: the concrete semantics confirms it. */
    CERTAIN,
    /** It would be real if policies that were not read do not change it. */
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

    /** How certain it is. */
    Certainty certainty();

    /** Its connections, one after the other; none for a workload. */
    List<FindingHop> hops();
  }

  /** The claim holds for every pod that could exist. */
  record Holds(FindingId id, Claim claim) implements Finding {}

  /**
   * The claim holds, except for what waivers take out of it.
   *
   * @param waivers the waivers that it needs; at least one
   */
  record HoldsWithWaivers(FindingId id, Claim claim, List<Waiver> waivers) implements Finding {
    /** Copies the waivers. */
    public HoldsWithWaivers {
      waivers = List.copyOf(waivers);
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
   * @param hop one of its connections that is blocked
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
   * Connections lead from one party to another, and no flows lead there.
   *
   * @param pairs every two parties of which that is so
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

    /** The parties that a path begins and ends in. */
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
   * It is not known whether the claim holds.
   *
   * @param reason why, as a clause
   */
  record Inconclusive(FindingId id, Claim claim, String reason) implements Finding {}

  /**
   * It is not known whether the claim holds, and another claim has to be mended first: nothing is
   * asked about undeclared paths while there are undeclared connections.
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
   * Zones that are declared disjoint would leave one of them without a pod.
   *
   * @param party the name of the zone
   */
  record EmptyDisjointness(FindingId id, Claim claim, Disjointness.Pair zones, String party)
      implements Finding {}
}
