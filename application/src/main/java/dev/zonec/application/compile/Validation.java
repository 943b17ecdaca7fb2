package dev.zonec.application.compile;

import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/** The verdict on compiled policies: whether they allow exactly the connections of the program. */
public sealed interface Validation {
  /**
   * The policies are proved.
   *
   * @param assumptions what the proof assumes, one clause each
   */
  record Proved(List<String> assumptions) implements Validation {
    /** Copies the list. */
    public Proved {
      assumptions = List.copyOf(assumptions);
    }
  }

  /** The policies are not proved, and may not be written. */
  sealed interface NotProved extends Validation {}

  /** A claim is inconclusive, for example because the time ran out. */
  record Inconclusive(List<Diagnostic> findings) implements NotProved {}

  /** The program contradicts itself or the manifests, so there is nothing to write. */
  record Violated(List<Diagnostic> findings) implements NotProved {}

  /** The policies differ from the program: a bug in the compiler. */
  record Miscompiled(List<Diagnostic> findings) implements NotProved {}
}
