package dev.zonec.verifier.world;

import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/**
 * A world and what is missing in it.
 *
 * @param world what could be read
 * @param problems why it is not all that the manifests declare; the world is complete iff there are
 *     none
 * @param warnings what policies say to no effect
 */
public record WorldReading(World world, List<Diagnostic> problems, List<Diagnostic> warnings) {
  /** Copies the lists. */
  public WorldReading {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }
}
