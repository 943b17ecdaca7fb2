package dev.zonec.application.editing.answer;

import dev.zonec.application.editing.program.AssertionState;
import dev.zonec.application.editing.program.ProgramState;
import dev.zonec.application.editing.program.ProofState;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.DiagnosticRenderer;
import java.util.List;
import java.util.Optional;

/** Explains why assertions do not hold. */
public final class Violations {
  private Violations() {}

  /**
   * Returns the findings about the assertion {@code name}, as {@code verify} prints them, with the
   * paths and the rules that allow them; empty if there is none, or if the program has changed
   * since the proof.
   */
  public static Optional<String> of(ProgramState state, Optional<ProofState> proofs, String name) {
    List<Diagnostic> violations = found(proofs.filter(known -> known.state().isSame(state)), name);
    return Optional.of(DiagnosticRenderer.plain(violations)).filter(text -> !text.isEmpty());
  }

  /** Returns whether an assertion is violated, by the proofs of the program as it is. */
  static boolean exist(Optional<ProofState> current, String name) {
    return !found(current, name).isEmpty();
  }

  private static List<Diagnostic> found(Optional<ProofState> current, String name) {
    return current
        .map(known -> known.assertions().get(name))
        .map(AssertionState::violations)
        .orElse(List.of());
  }
}
