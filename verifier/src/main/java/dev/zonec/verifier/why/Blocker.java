package dev.zonec.verifier.why;

import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.semantics.ClusterMatch;
import dev.zonec.verifier.semantics.Knob;
import dev.zonec.verifier.semantics.NearMiss;
import java.util.List;

/** Something that by itself blocks a connection, whatever else is taken away. */
public sealed interface Blocker {
  /** The side that it blocks. */
  Direction direction();

  /**
   * A rule of a cluster-scoped policy denies it.
   *
   * @param match the rule
   * @param tied rules of other policies with its priority that would decide otherwise
   */
  record Denied(Direction direction, ClusterMatch match, List<ClusterMatch> tied)
      implements Blocker {
    /** Copies the list. */
    public Denied {
      tied = List.copyOf(tied);
    }
  }

  /**
   * NetworkPolicies isolate the pod, and no rule admits it.
   *
   * @param by every policy that isolates the pod
   * @param misses their rules, and what of each does not match
   */
  record Isolated(Direction direction, List<Policy> by, List<NearMiss> misses) implements Blocker {
    /** Copies the lists. */
    public Isolated {
      by = List.copyOf(by);
      misses = List.copyOf(misses);
    }
  }

  /** The API leaves it open, and the reading takes it as blocked. */
  record Undefined(Direction direction, Knob knob, List<Policy> isolating) implements Blocker {
    /** Copies the list. */
    public Undefined {
      isolating = List.copyOf(isolating);
    }
  }
}
