package dev.zonec.verifier.world;

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
 */
public record WorldReading(World world, List<Diagnostic> problems, List<Diagnostic> guesses) {
  /** Copies the lists. */
  public WorldReading {
    problems = List.copyOf(problems);
    guesses = List.copyOf(guesses);
  }
}
