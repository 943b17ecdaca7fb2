package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/**
 * The outcome of reading a world.
 *
 * @param world the world
 * @param problems the declarations that the world lacks; without problems, the world is complete
 * @param guesses selectors of labels whose values only controllers know; they can make answers
 *     about declared workloads wrong, but not proofs, which consider every value
 * @param warnings warnings about fields of policies without effect
 * @param hidden objects that create pods which no manifest shows
 */
public record WorldReading(
    World world,
    List<Diagnostic> problems,
    List<Diagnostic> guesses,
    List<Diagnostic> warnings,
    List<HiddenPods> hidden) {
  /** Copies the lists. */
  public WorldReading {
    problems = List.copyOf(problems);
    guesses = List.copyOf(guesses);
    warnings = List.copyOf(warnings);
    hidden = List.copyOf(hidden);
  }
}
