package dev.zonec.cli;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.verifier.manifest.ManifestReader;
import dev.zonec.verifier.manifest.Manifests;
import dev.zonec.verifier.world.Coverage;
import java.util.List;

/**
 * What the paths and the cluster hold, before it is known what is asked of it.
 *
 * @param manifests the objects
 * @param texts how many texts there are
 * @param unreadable what could not be read
 * @param coverage whose policies are among the objects
 * @param unusable why nothing of the cluster could be read
 */
record LoadedManifests(
    Manifests manifests,
    int texts,
    List<Diagnostic> unreadable,
    Coverage coverage,
    List<Diagnostic> unusable) {
  static LoadedManifests of(
      List<SourceText> texts, List<Diagnostic> unreadable, Coverage coverage) {
    return new LoadedManifests(
        ManifestReader.read(texts), texts.size(), unreadable, coverage, List.of());
  }
}
