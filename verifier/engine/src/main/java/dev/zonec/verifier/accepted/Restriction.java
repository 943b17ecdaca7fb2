package dev.zonec.verifier.accepted;

import dev.zonec.kubernetes.policy.Direction;
import java.util.Optional;

/**
 * Something that limits what is admitted on one side, and without which an acceptance would cover
 * more.
 *
 * @param kind what it does
 * @param direction the side
 * @param namespace the namespace of a NetworkPolicy; empty for cluster-scoped policies
 * @param by the content of the policy or rule
 */
public record Restriction(Kind kind, Direction direction, Optional<String> namespace, String by) {
  /** What a restriction does. */
  public enum Kind {
    /** A NetworkPolicy isolates pods. */
    ISOLATES,
    /** A rule of a cluster-scoped policy denies connections. */
    DENIES,
    /**
     * A rule of a cluster-scoped policy passes connections to the next tier, and so past rules
     * after it that deny. In contrast to the others, one that is added can open connections.
     */
    PASSES
  }
}
