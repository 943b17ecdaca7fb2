package dev.zonec.verifier.why;

import java.util.List;

/** What would allow a denied connection. */
public sealed interface Remedy {
  /**
   * Changes of policies that together allow it: the semantics was asked again with them.
   *
   * @param changes one for each side that blocks
   */
  record Changes(List<Change> changes) implements Remedy {
    /** Copies the changes. */
    public Changes {
      changes = List.copyOf(changes);
    }
  }

  /** No single change a side is known that would. */
  record Unknown() implements Remedy {}
}
