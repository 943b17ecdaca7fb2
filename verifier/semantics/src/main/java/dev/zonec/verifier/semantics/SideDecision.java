package dev.zonec.verifier.semantics;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.reading.Knob;
import java.util.List;

/** The decision of the policies on one side of a connection, and the reason. */
public sealed interface SideDecision {
  /** Whether the connection is allowed on this side. */
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

  /** Returns the decision that counts: this one, or the one of the next tier if this one passes. */
  default SideDecision decisive() {
    return this instanceof Passed passed ? passed.next().decisive() : this;
  }

  /** Returns the places of the rules that decide; none if no rule does. */
  default List<Span> decidingRules() {
    return switch (this) {
      case Admitted admitted -> admitted.by().stream().map(match -> match.rule().span()).toList();
      case Decided decided -> List.of(decided.by().rule().span());
      case Passed passed -> passed.next().decidingRules();
      case NotAPod nothing -> List.of();
      case OnHostNetwork outOfReach -> List.of();
      case NotIsolated notIsolated -> List.of();
      case OwnNode ownNode -> List.of();
      case Undefined undefined -> List.of();
      case Blocked blocked -> List.of();
    };
  }

  /** The end is an address or a node, which no policy governs. */
  record NotAPod() implements SideDecision {}

  /** The end is a pod on the host network and counts as its node, which no policy governs. */
  record OnHostNetwork() implements SideDecision {}

  /** No NetworkPolicy isolates the pod in this direction, and no other policy decides. */
  record NotIsolated() implements SideDecision {}

  /** The source is the pod's own node, which can always connect. */
  record OwnNode() implements SideDecision {}

  /**
   * Policies isolate the pod, and rules admit the connection.
   *
   * @param by every rule that admits it; at least one
   */
  record Admitted(List<RuleMatch> by) implements SideDecision {
    /** Copies the list. */
    public Admitted {
      by = List.copyOf(by);
    }
  }

  /**
   * NetworkPolicies isolate the pod, no rule decides, and the API does not define the result.
   *
   * @param knob the open point
   * @param passes whether the reading allows the connection
   * @param isolating the policies that isolate the pod in this direction; for {@link
   *     Knob#BASELINE_AFTER_POLICY}, in the other direction
   */
  record Undefined(Knob knob, boolean passes, List<Policy> isolating) implements SideDecision {
    /** Copies the list. */
    public Undefined {
      isolating = List.copyOf(isolating);
    }
  }

  /**
   * Policies isolate the pod, and no rule admits the connection.
   *
   * @param isolating the policies that isolate the pod in this direction
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
   * @param by the rule; its action is not Pass
   * @param tied rules of other policies with the same priority that match and would decide
   *     differently; if there are any, {@link Knob#EQUAL_PRIORITY_TIES} settles which rule counts
   */
  record Decided(ClusterMatch by, List<ClusterMatch> tied) implements SideDecision {
    /** Copies the list. */
    public Decided {
      tied = List.copyOf(tied);
      if (by.action() == Action.PASS) {
        throw new IllegalArgumentException("a rule that passes does not decide");
      }
    }
  }

  /**
   * A rule of a cluster-scoped policy passes the connection to the next tier.
   *
   * @param by the rule
   * @param next the decision of the next tier
   */
  record Passed(ClusterMatch by, SideDecision next) implements SideDecision {}
}
