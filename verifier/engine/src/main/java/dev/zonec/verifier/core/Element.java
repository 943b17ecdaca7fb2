package dev.zonec.verifier.core;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.Waiver;
import java.util.List;

/**
 * A part of the inputs that a claim can rest on. {@link Remainder} says what it means to leave it
 * out.
 */
public sealed interface Element {
  /**
   * A NetworkPolicy isolates the pods that it selects.
   *
   * @param policies the policy; or the same policy in each of the stand-ins for namespaces to come
   * @param direction the direction
   */
  record Isolation(List<Policy> policies, Direction direction) implements Element {
    /** Copies the policies; at least one. */
    public Isolation {
      policies = List.copyOf(policies);
    }

    /** Returns the policy, or that of the first stand-in. */
    public Policy policy() {
      return policies.getFirst();
    }
  }

  /**
   * A rule of a NetworkPolicy admits connections.
   *
   * @param policies the policy; or the same policy in each of the stand-ins for namespaces to come
   * @param direction the direction of the rule
   * @param index the position of the rule among the rules of this direction
   */
  record Admission(List<Policy> policies, Direction direction, int index) implements Element {
    /** Copies the policies; at least one. */
    public Admission {
      policies = List.copyOf(policies);
    }

    /** Returns the policy, or that of the first stand-in. */
    public Policy policy() {
      return policies.getFirst();
    }

    /** Returns the rule. */
    public Rule rule() {
      return policy().rules(direction).get(index);
    }
  }

  /**
   * A rule of a cluster-scoped policy.
   *
   * @param policy its policy
   * @param direction the direction of the rule
   * @param index the position of the rule among the rules of this direction
   */
  record OfCluster(ClusterPolicy policy, Direction direction, int index) implements Element {
    /** Returns the rule. */
    public ClusterRule rule() {
      return policy.rules(direction).get(index);
    }
  }

  /** The user settled a point that the API leaves open. */
  record Settled(Knob knob, String answer) implements Element {}

  /** Two zones are assumed to share no pod. */
  record Disjoint(Disjointness.Pair zones) implements Element {}

  /** Every namespace is assumed to be declared with all its labels. */
  record DeclaredNamespaces() implements Element {}

  /** The program declares the ranges of pods. */
  record PodRanges() implements Element {}

  /** The program declares the ranges of nodes. */
  record NodeRanges() implements Element {}

  /** No path passes through an external. */
  record NoRelay(Party.Outside external) implements Element {}

  /** A waiver excuses a part of an assertion. */
  record Excuse(Waiver waiver) implements Element {}
}
