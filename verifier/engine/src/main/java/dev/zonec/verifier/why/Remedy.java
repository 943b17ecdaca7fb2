package dev.zonec.verifier.why;

import java.util.List;

/** A remedy for a denied connection. */
public sealed interface Remedy {
  /**
   * Changes of policies that together allow the whole goal; the concrete semantics has confirmed
   * this.
   *
   * @param changes the changes, in the order in which they are made
   */
  record Changes(List<Change> changes) implements Remedy {
    /** Copies the changes. */
    public Changes {
      changes = List.copyOf(changes);
    }
  }

  /** The search found no change of individual rules that would allow the connection. */
  record Unknown() implements Remedy {}
}
