package dev.zonec.application.editing.program;

import dev.zonec.compiler.lint.Finding;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What lint and the proofs say about a program.
 *
 * @param state the program
 * @param findings the findings of lint
 * @param problems the findings of the verification, and its warnings
 * @param assertions the verdicts on the assertions by name; empty if nothing was proved
 * @param world the objects of the manifests, if they were read
 */
public record ProofState(
    ProgramState state,
    List<Finding> findings,
    List<Diagnostic> problems,
    Map<String, AssertionState> assertions,
    Optional<World> world) {
  /** Copies the collections. */
  public ProofState {
    findings = List.copyOf(findings);
    problems = List.copyOf(problems);
    assertions = Map.copyOf(assertions);
  }
}
