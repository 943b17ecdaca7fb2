package dev.zonec.verifier.semantics;

import dev.zonec.verifier.policy.Peer;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.policy.PolicyPort;
import dev.zonec.verifier.policy.Rule;
import java.util.List;
import java.util.Optional;

/** What one end of a connection says to it, and why. */
public sealed interface SideDecision {
  /** Whether this end agrees. */
  default boolean allowed() {
    return !(this instanceof Blocked);
  }

  /** The end is no pod that policies apply to. */
  record NothingToAsk(String reason) implements SideDecision {}

  /** No policy isolates the pod in this direction. */
  record NotIsolated() implements SideDecision {}

  /** The API, or a knob, always allows it. */
  record Always(String reason) implements SideDecision {}

  /**
   * Rules admit it.
   *
   * @param admissions at least one: every rule that does, in the order of the policies
   */
  record Admitted(List<Admission> admissions) implements SideDecision {
    /** Copies the admissions and refuses none. */
    public Admitted {
      admissions = List.copyOf(admissions);
      if (admissions.isEmpty()) {
        throw new IllegalArgumentException("admitted by no rule");
      }
    }

    /** The first of them. */
    public Admission first() {
      return admissions.getFirst();
    }
  }

  /**
   * Policies isolate the pod and none of their rules admits it.
   *
   * @param isolating every policy that isolates the pod in this direction
   */
  record Blocked(List<Policy> isolating) implements SideDecision {
    /** Copies the policies. */
    public Blocked {
      isolating = List.copyOf(isolating);
    }
  }

  /**
   * A rule that admits a connection.
   *
   * @param policy its policy
   * @param rule the rule
   * @param peer the first peer that matches; absent where the rule admits anyone
   * @param port the first port that matches; absent where the rule opens everything
   */
  record Admission(Policy policy, Rule rule, Optional<Peer> peer, Optional<PolicyPort> port) {}
}
