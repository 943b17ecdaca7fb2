package dev.zonec.verifier.semantics;

import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.reading.Knob;
import java.util.List;

/** What the policies at one end of a connection say, and why. */
public sealed interface SideDecision {
  /** Whether this end lets the connection pass. */
  default boolean admits() {
    return switch (this) {
      case NotAPod nothing -> true;
      case OnHostNetwork outOfReach -> true;
      case NotIsolated notIsolated -> true;
      case OwnNode ownNode -> true;
      case Admitted admitted -> true;
      case Undefined undefined -> undefined.passes();
      case Blocked blocked -> false;
      case Decided decided -> decided.by().action() == Action.ACCEPT;
      case Passed passed -> passed.next().admits();
    };
  }

  /** What decides in the end: this, or what comes after it where it passes. */
  default SideDecision decisive() {
    return this instanceof Passed passed ? passed.next().decisive() : this;
  }

  /** The end is an address or a node: no policy governs it. */
  record NotAPod() implements SideDecision {}

  /** The end is a host-network pod and is treated as its node: no policy governs it. */
  record OnHostNetwork() implements SideDecision {}

  /** No NetworkPolicy isolates the pod in this direction, and no other policy decides. */
  record NotIsolated() implements SideDecision {}

  /** The node that the pod runs on calls it, which nothing forbids. */
  record OwnNode() implements SideDecision {}

  /**
   * Policies isolate the pod, and rules of theirs admit the connection.
   *
   * @param by every such rule, at least one
   */
  record Admitted(List<RuleMatch> by) implements SideDecision {
    /** Copies the list. */
    public Admitted {
      by = List.copyOf(by);
    }
  }

  /**
   * NetworkPolicies isolate the pod, no rule decides, and the API leaves it open.
   *
   * @param knob the open point
   * @param passes how it is resolved
   * @param isolating every policy that isolates the pod in this direction; with {@link
   *     Knob#BASELINE_AFTER_POLICY}, in the other one
   */
  record Undefined(Knob knob, boolean passes, List<Policy> isolating) implements SideDecision {
    /** Copies the list. */
    public Undefined {
      isolating = List.copyOf(isolating);
    }
  }

  /**
   * Policies isolate the pod and none admits the connection.
   *
   * @param isolating every policy that isolates the pod in this direction
   */
  record Blocked(List<Policy> isolating) implements SideDecision {
    /** Copies the list. */
    public Blocked {
      isolating = List.copyOf(isolating);
    }
  }

  /**
   * A rule of a cluster-scoped policy accepts or denies the connection.
   *
   * @param by the rule; it does not pass
   * @param tied rules of other policies with its priority that match too and would decide
   *     otherwise; with any, {@link Knob#EQUAL_PRIORITY_TIES} chose
   */
  record Decided(ClusterMatch by, List<ClusterMatch> tied) implements SideDecision {
    /** Copies the list. */
    public Decided {
      tied = List.copyOf(tied);
      if (by.action() == Action.PASS) {
        throw new IllegalArgumentException("a pass decides nothing");
      }
    }
  }

  /**
   * A rule of a cluster-scoped policy passes the connection to the next tier.
   *
   * @param by the rule
   * @param next what is said there
   */
  record Passed(ClusterMatch by, SideDecision next) implements SideDecision {}
}
