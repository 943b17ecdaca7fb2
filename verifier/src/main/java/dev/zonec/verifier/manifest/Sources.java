package dev.zonec.verifier.manifest;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import java.util.List;

/**
 * What {@link ManifestFiles} found.
 *
 * @param texts the texts, in the order of the paths and sorted within a folder
 * @param problems what could not be read
 */
public record Sources(List<SourceText> texts, List<Diagnostic> problems) {
  /** Copies the lists. */
  public Sources {
    texts = List.copyOf(texts);
    problems = List.copyOf(problems);
  }
}
