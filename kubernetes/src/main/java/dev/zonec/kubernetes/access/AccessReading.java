package dev.zonec.kubernetes.access;

import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/**
 * The outcome of reading the objects that decide about access.
 *
 * @param objects the objects
 * @param problems an error for each object that the API server would reject, and that is left out
 */
public record AccessReading(AccessObjects objects, List<Diagnostic> problems) {
  /** Copies the problems. */
  public AccessReading {
    problems = List.copyOf(problems);
  }
}
