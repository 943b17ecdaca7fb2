package dev.zonec.verifier.why;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.verifier.semantics.ClusterMatch;
import dev.zonec.verifier.semantics.NearMiss;
import java.util.List;

/** Something that by itself blocks a connection, whatever else is taken away. */
public sealed interface Blocker {
  /** The side that it blocks. */
  Direction direction();

  /** The rules of earlier tiers that passed the connection on to what blocks it. */
  List<ClusterMatch> passed();

  /**
   * A rule of a cluster-scoped policy denies it.
   *
   * @param match the rule
   * @param tied rules of other policies with its priority that would decide otherwise
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
   * @param by every policy that isolates the pod
   * @param misses their rules, and what of each does not match
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

  /** The API leaves it open, and the reading takes it as blocked. */
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
