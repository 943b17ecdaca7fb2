package dev.zonec.cli;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.model.program.FoundEnds;
import dev.zonec.verifier.manifest.EmptyPaths;
import dev.zonec.verifier.manifest.ManifestReader;
import dev.zonec.verifier.manifest.Manifests;
import dev.zonec.verifier.template.Templates;
import dev.zonec.verifier.world.Coverage;
import dev.zonec.verifier.world.FoundEndsReader;
import dev.zonec.verifier.world.WorldReader;
import java.util.ArrayList;
import java.util.List;

/**
 * What the paths and the cluster hold, before it is known what is asked of it.
 *
 * @param manifests the objects
 * @param texts how many texts there are
 * @param unreadable what could not be read
 * @param warnings what was read otherwise than may be meant
 * @param coverage whose policies are among the objects
 * @param unusable why nothing of the cluster could be read
 * @param defaultNamespace the namespace of objects that name none
 */
record LoadedManifests(
    Manifests manifests,
    int texts,
    List<Diagnostic> unreadable,
    List<Diagnostic> warnings,
    Coverage coverage,
    List<Diagnostic> unusable,
    String defaultNamespace) {
  /** What {@code texts} hold, which are all that there is. */
  static LoadedManifests of(List<SourceText> texts) {
    return new LoadedManifests(
        ManifestReader.read(texts),
        texts.size(),
        List.of(),
        List.of(),
        new Coverage.Whole(),
        List.of(),
        WorldReader.DEFAULT_NAMESPACE);
  }

  /**
   * What {@code files} hold, Templates expanded.
   *
   * @param paths where they were found: one that leads to no object is a problem
   * @param defaultNamespace the namespace of objects that name none
   */
  static LoadedManifests of(List<String> paths, ManifestSources files, String defaultNamespace) {
    Templates.Expansion expansion = Templates.expand(files.parsed());
    List<Diagnostic> warnings = new ArrayList<>(files.warnings());
    warnings.addAll(expansion.warnings());
    Manifests manifests = ManifestReader.read(expansion.parsed());
    List<Diagnostic> unreadable = new ArrayList<>(files.unreadable());
    unreadable.addAll(EmptyPaths.of(paths, files.texts(), manifests));
    return new LoadedManifests(
        manifests,
        files.texts().size(),
        unreadable,
        warnings,
        new Coverage.Whole(),
        List.of(),
        defaultNamespace);
  }

  /** The same with {@code texts} of a cluster, of which {@code unread} was not read. */
  LoadedManifests and(List<SourceText> cluster, List<Diagnostic> unread, Coverage covered) {
    List<Diagnostic> more = new ArrayList<>(unreadable);
    more.addAll(unread);
    return new LoadedManifests(
        manifests.and(ManifestReader.read(cluster)),
        texts + cluster.size(),
        more,
        warnings,
        covered,
        unusable,
        defaultNamespace);
  }

  /** Where they show the API server and the nodes. */
  FoundEnds ends() {
    return FoundEndsReader.read(manifests, defaultNamespace);
  }

  /** The same, where nothing of the cluster could be read. */
  LoadedManifests unusable(List<Diagnostic> problems) {
    return new LoadedManifests(
        manifests, texts, unreadable, warnings, coverage, problems, defaultNamespace);
  }
}
