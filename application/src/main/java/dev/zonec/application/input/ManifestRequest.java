package dev.zonec.application.input;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
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
 * @param paths files and folders; {@code -} is {@code standardInput}
 * @param standardInput read at most once, and only if a path asks for it
 * @param cluster a running cluster whose objects are read too
 * @param kustomize the program that builds kustomizations; without one, zonec builds them
 * @param ignored kinds that need not be covered, as {@code KIND} or {@code KIND.GROUP}
 * @param skipUnreadable whether the user accepts that unreadable objects are left out
 * @param defaultNamespace the namespace of objects that name none
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

  /** Whether any manifests are named. */
  public boolean given() {
    return !paths.isEmpty() || cluster.isPresent();
  }

  /** Paths that do not exist: a mistake in the request, not a gap. */
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
        : switch (cluster.get().read(wanted)) {
          case ClusterReading.Unusable(var problems) -> new ManifestLoading.Unusable(problems);
          case ClusterReading.Read(var found, var unread, var coverage) ->
              new ManifestLoading.Loaded(files.and(found, unread, coverage));
        };
  }

  /**
   * Reads loaded manifests as a world.
   *
   * @param asked selectors that tell pods apart, beside those of policies and Services
   */
  public ReadManifests read(LoadedManifests loaded, Collection<Selector> asked) {
    return new ManifestReading(skipUnreadable, ignored).of(loaded, asked);
  }
}
