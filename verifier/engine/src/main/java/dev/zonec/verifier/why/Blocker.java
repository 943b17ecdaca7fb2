package dev.zonec.verifier.why;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.verifier.semantics.ClusterMatch;
import dev.zonec.verifier.semantics.NearMiss;
import java.util.List;

/** A reason that blocks a connection by itself, even if all other blockers are removed. */
public sealed interface Blocker {
  /** Returns the side that is blocked. */
  Direction direction();

  /**
   * Returns the rules of earlier tiers that passed the connection on to the tier of this blocker.
   */
  List<ClusterMatch> passed();

  /**
   * A rule of a cluster-scoped policy denies the connection.
   *
   * @param match the rule
   * @param tied rules of other policies with the same priority that would decide differently
   */
  record Denied(
      Direction direction, List<ClusterMatch> passed, ClusterMatch match, List<ClusterMatch> tied)
      implements Blocker {
    /** Copies the lists. */
    public Denied {
      passed = List.copyOf(passed);
      tied = List.copyOf(tied);
    }
  }

  /**
   * NetworkPolicies isolate the pod, and no rule admits it.
   *
   * @param by all policies that isolate the pod
   * @param misses the rules of these policies, each with the parts that do not match
   */
  record Isolated(
      Direction direction, List<ClusterMatch> passed, List<Policy> by, List<NearMiss> misses)
      implements Blocker {
    /** Copies the lists. */
    public Isolated {
      passed = List.copyOf(passed);
      by = List.copyOf(by);
      misses = List.copyOf(misses);
    }
  }

  /**
   * The Kubernetes API leaves open whether the connection is allowed, and the reading takes it as
   * blocked.
   */
  record Undefined(
      Direction direction, List<ClusterMatch> passed, Knob knob, List<Policy> isolating)
      implements Blocker {
    /** Copies the lists. */
    public Undefined {
      passed = List.copyOf(passed);
      isolating = List.copyOf(isolating);
    }
  }
}
