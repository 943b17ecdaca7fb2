package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/**
 * A world and what is missing in it.
 *
 * @param world what could be read
 * @param problems why it is not all that the manifests declare; the world is complete iff there are
 *     none
 * @param guesses what is asked of pods that only their controllers know: an answer about declared
 *     workloads may be wrong by it, a proof over every pod that could exist is not
 * @param warnings what policies say to no effect
 * @param hidden what makes pods that are not in the world, for no manifest shows them
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
