package dev.zonec.verifier.finding;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.rules.TierName;
import dev.zonec.verifier.origin.PolicyOrigin;

/**
 * A rule, or a policy as a whole, that has a part in the decision on one side of a connection.
 *
 * @param hop the number of the connection in its path, counted from 1
 * @param direction the side of the connection
 * @param effect what the rule does to the connection
 * @param tier the tier of its policy
 * @param policy its policy, as reports call it: {@code NetworkPolicy shop/web}
 * @param generated whether zonec wrote the policy
 * @param span the rule in its manifest; for {@link Effect#ISOLATES} the policy
 * @param identity what tells the rule from others, without its place
 * @param origin where it comes from
 */
public record FindingRule(
    int hop,
    Direction direction,
    Effect effect,
    TierName tier,
    String policy,
    boolean generated,
    Span span,
    String identity,
    PolicyOrigin origin) {
  /** What a rule does to a connection. */
  public enum Effect {
    /** A rule of a NetworkPolicy allows it. */
    ADMITS,
    /** A NetworkPolicy isolates the pod, and no rule allows the connection. */
    ISOLATES,
    /** A rule of a cluster-scoped policy allows it. */
    ACCEPTS,
    /** A rule of a cluster-scoped policy denies it. */
    DENIES,
    /** A rule of a cluster-scoped policy leaves it to the next tier. */
    PASSES,
    /** A rule of the same priority would decide otherwise. */
    TIES
  }

  /** Whether the rule or policy blocks the connection. */
  public boolean blocks() {
    return effect == Effect.ISOLATES || effect == Effect.DENIES;
  }

  /** Whether it lets the connection through. */
  public boolean admits() {
    return effect == Effect.ADMITS || effect == Effect.ACCEPTS;
  }

  /** The file of its policy. */
  public String file() {
    return span.source().name();
  }

  /** The flow that the rule is compiled from, or the rule itself where a person wrote it. */
  public Span place() {
    return origin instanceof PolicyOrigin.Compiled compiled ? compiled.first().span() : span;
  }
}
