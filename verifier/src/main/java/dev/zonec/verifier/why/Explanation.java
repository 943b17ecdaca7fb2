package dev.zonec.verifier.why;

import dev.zonec.verifier.query.Reasons;
import java.util.List;

/** Why connections between two places are as they are. */
public sealed interface Explanation {
  /** The ports, and what the semantics says of them. */
  Reasons reasons();

  /** They are allowed: the decision has every rule that admits them. */
  record Allowed(Reasons reasons) implements Explanation {}

  /**
   * They are denied.
   *
   * @param blockers everything that blocks them, by side and in the order in which it is asked; at
   *     least one
   * @param remedy what would allow the example
   */
  record Denied(Reasons reasons, List<Blocker> blockers, Remedy remedy) implements Explanation {
    /** Copies the blockers. */
    public Denied {
      blockers = List.copyOf(blockers);
    }
  }
}
