package dev.zonec.verifier.why;

import java.util.List;

/** What would allow a denied connection. */
public sealed interface Remedy {
  /**
   * Changes of policies that together allow all that was asked for: the semantics was asked again
   * with them.
   *
   * @param changes in the order in which they are made
   */
  record Changes(List<Change> changes) implements Remedy {
    /** Copies the changes. */
    public Changes {
      changes = List.copyOf(changes);
    }
  }

  /** No change of single rules is known that would. */
  record Unknown() implements Remedy {}
}
