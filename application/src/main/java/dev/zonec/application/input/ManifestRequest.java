package dev.zonec.application.input;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.kubernetes.kustomize.BuildCommand;
import dev.zonec.kubernetes.live.ClusterReading;
import dev.zonec.kubernetes.live.ReadExtent;
import dev.zonec.model.label.Selector;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The manifests to read, and the gaps that the user accepts.
 *
 * @param paths files and folders; {@code -} stands for {@code standardInput}
 * @param standardInput standard input; read at most once, and only if a path is {@code -}
 * @param cluster a running cluster, whose objects are read in addition
 * @param kustomize the program that builds kustomizations; if it is empty, zonec builds them
 * @param ignored the kinds that the user accepts as not covered, as {@code KIND} or {@code
 *     KIND.GROUP}
 * @param skipUnreadable whether the user accepts that unreadable objects are left out
 * @param defaultNamespace the namespace of objects without a namespace
 */
public record ManifestRequest(
    List<String> paths,
    InputStream standardInput,
    Optional<ClusterRequest> cluster,
    Optional<BuildCommand> kustomize,
    List<String> ignored,
    boolean skipUnreadable,
    String defaultNamespace) {
  /** Copies the lists. */
  public ManifestRequest {
    paths = List.copyOf(paths);
    ignored = List.copyOf(ignored);
  }

  /** Whether the user gave any manifests or a cluster. */
  public boolean given() {
    return !paths.isEmpty() || cluster.isPresent();
  }

  /**
   * Returns an error for each path that does not exist. This is a mistake in the request and not a
   * gap.
   */
  public List<Diagnostic> missing() {
    return paths.stream()
        .filter(path -> !path.equals("-") && !Files.exists(Path.of(path)))
        .map(path -> Diagnostic.errorIn(Code.ZC0601, path, "there is no such file or folder"))
        .toList();
  }

  /** Loads all manifests, and the {@code wanted} objects of the cluster. */
  public ManifestLoading load(ReadExtent wanted) {
    List<Diagnostic> missing = missing();
    if (!missing.isEmpty()) {
      return new ManifestLoading.Unusable(missing);
    }
    ManifestSources sources = ManifestSources.of(paths, standardInput, kustomize);
    LoadedManifests files = LoadedManifests.of(paths, sources, defaultNamespace);
    return cluster.isEmpty()
        ? new ManifestLoading.Loaded(files)
        : switch (readCluster(cluster.get(), wanted)) {
          case ClusterReading.Unusable(var problems) -> new ManifestLoading.Unusable(problems);
          case ClusterReading.Read(var found, var unread, var coverage) ->
              new ManifestLoading.Loaded(files.and(found, unread, coverage));
        };
  }

  private static ClusterReading readCluster(ClusterRequest cluster, ReadExtent wanted) {
    Progress.begin("reading the cluster");
    return cluster.read(wanted);
  }

  /**
   * Reads loaded manifests as a world.
   *
   * @param selectors selectors that distinguish pods, in addition to the selectors of policies and
   *     Services
   */
  public ReadManifests read(LoadedManifests loaded, Collection<Selector> selectors) {
    return new ManifestReading(skipUnreadable, ignored).of(loaded, selectors);
  }
}
