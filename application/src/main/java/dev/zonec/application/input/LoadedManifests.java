package dev.zonec.application.input;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.kubernetes.manifest.DetailKind;
import dev.zonec.kubernetes.manifest.EmptyPaths;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.template.Templates;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.kubernetes.world.FoundEndsReader;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.model.program.FoundEnds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The objects of files and of a cluster, before they are read as a world.
 *
 * @param manifests the objects
 * @param texts the number of files and objects that were read
 * @param unreadable the problems of texts that could not be read
 * @param warnings warnings about texts that the user may mean differently
 * @param coverage the namespaces whose policies are among the objects
 * @param defaultNamespace the namespace of objects without a namespace
 * @param absent the kinds of details that the cluster did not show, each with the reason
 */
public record LoadedManifests(
    Manifests manifests,
    int texts,
    List<Diagnostic> unreadable,
    List<Diagnostic> warnings,
    Coverage coverage,
    String defaultNamespace,
    Map<DetailKind, String> absent) {
  /** Copies the map. */
  public LoadedManifests {
    absent = Map.copyOf(absent);
  }

  /** Creates the manifests from {@code texts} alone. */
  static LoadedManifests of(List<SourceText> texts) {
    return new LoadedManifests(
        ManifestReader.read(texts),
        texts.size(),
        List.of(),
        List.of(),
        new Coverage.Whole(),
        WorldReader.DEFAULT_NAMESPACE,
        Map.of());
  }

  /**
   * Reads {@code files} and expands their Templates.
   *
   * @param paths the paths of the files; a path without any object is a problem
   * @param defaultNamespace the namespace of objects without a namespace
   */
  static LoadedManifests of(List<String> paths, ManifestSources files, String defaultNamespace) {
    Progress.begin("reading the objects of the manifests");
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
        defaultNamespace,
        Map.of());
  }

  /**
   * Returns the manifests with the objects of a cluster.
   *
   * @param unread the problems of kinds that could not be listed
   * @param notShown the kinds of details that were not read, each with the reason
   */
  LoadedManifests and(
      List<SourceText> cluster,
      List<Diagnostic> unread,
      Coverage covered,
      Map<DetailKind, String> notShown) {
    List<Diagnostic> more = new ArrayList<>(unreadable);
    more.addAll(unread);
    return new LoadedManifests(
        manifests.and(ManifestReader.read(cluster)),
        texts + cluster.size(),
        more,
        warnings,
        covered,
        defaultNamespace,
        notShown);
  }

  /** Returns the manifests with more problems of texts that could not be read. */
  public LoadedManifests withUnreadable(List<Diagnostic> problems) {
    List<Diagnostic> more = new ArrayList<>(unreadable);
    more.addAll(problems);
    return new LoadedManifests(
        manifests, texts, more, warnings, coverage, defaultNamespace, absent);
  }

  /** Returns the addresses of the API server and of the nodes, as far as objects show them. */
  public FoundEnds ends() {
    return FoundEndsReader.read(manifests, defaultNamespace);
  }
}
