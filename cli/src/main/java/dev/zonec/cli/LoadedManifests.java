package dev.zonec.cli;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.verifier.manifest.EmptyPaths;
import dev.zonec.verifier.manifest.ManifestReader;
import dev.zonec.verifier.manifest.Manifests;
import dev.zonec.verifier.world.Coverage;
import java.util.ArrayList;
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
    return of(List.of(), texts, unreadable, coverage);
  }

  /**
   * What {@code texts} hold.
   *
   * @param paths where they were found: one that leads to no object is a problem
   */
  static LoadedManifests of(
      List<String> paths, List<SourceText> texts, List<Diagnostic> unreadable, Coverage coverage) {
    Manifests manifests = ManifestReader.read(texts);
    List<Diagnostic> problems = new ArrayList<>(unreadable);
    problems.addAll(EmptyPaths.of(paths, texts, manifests));
    return new LoadedManifests(manifests, texts.size(), problems, coverage, List.of());
  }
}
