package dev.zonec.verifier.finding;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.rules.TierName;
import dev.zonec.verifier.origin.PolicyOrigin;

/**
 * A rule or a whole policy that takes part in the decision on one side of a connection.
 *
 * @param hop the number of the connection in its path, counted from 1
 * @param direction the side of the connection
 * @param effect what the rule does to the connection
 * @param tier the tier of its policy
 * @param policy the name of its policy in reports, such as {@code NetworkPolicy shop/web}
 * @param generated whether zonec generated the policy
 * @param span the span of the rule in its manifest; for {@link Effect#ISOLATES}, the span of the
 *     policy
 * @param identity text that distinguishes the rule from others, independent of its place
 * @param origin the origin of the rule or policy
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
    /** A rule of a NetworkPolicy admits the connection. */
    ADMITS,
    /** A NetworkPolicy isolates the pod, and none of its rules admits the connection. */
    ISOLATES,
    /** A rule of a cluster-scoped policy accepts the connection. */
    ACCEPTS,
    /** A rule of a cluster-scoped policy denies the connection. */
    DENIES,
    /** A rule of a cluster-scoped policy passes the connection to the next tier. */
    PASSES,
    /** A rule of equal priority would decide differently. */
    TIES
  }

  /** Whether the rule or policy blocks the connection. */
  public boolean blocks() {
    return effect == Effect.ISOLATES || effect == Effect.DENIES;
  }

  /** Whether the rule lets the connection through. */
  public boolean admits() {
    return effect == Effect.ADMITS || effect == Effect.ACCEPTS;
  }

  /** Returns the name of the file that contains the rule. */
  public String file() {
    return span.source().name();
  }

  /**
   * Returns the span of the flow that the rule is compiled from, or of the rule itself if a person
   * wrote it.
   */
  public Span place() {
    return origin instanceof PolicyOrigin.Compiled compiled ? compiled.first().span() : span;
  }
}
