package dev.zonec.application.input;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.diagnostics.inputs.InputTexts;
import dev.zonec.kubernetes.kustomize.BuildCommand;
import dev.zonec.kubernetes.live.ClusterReading;
import dev.zonec.kubernetes.live.ReadExtent;
import dev.zonec.kubernetes.template.RenderCommand;
import dev.zonec.model.label.Selector;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The manifests to read, and the gaps that the user accepts.
 *
 * @param paths files and folders; {@code -} stands for {@code standardInput}
 * @param commands commands that print more manifests
 * @param standardInput standard input; read at most once, and only if a path is {@code -}
 * @param cluster a running cluster, whose objects are read in addition
 * @param kustomize the program that builds kustomizations; if it is empty, zonec builds them
 * @param ignored the kinds that the user accepts as not covered, as {@code KIND} or {@code
 *     KIND.GROUP}
 * @param skipUnreadable whether the user accepts that unreadable objects are left out
 * @param defaultNamespace the namespace of objects without a namespace
 * @param problems the reasons why the manifests cannot be read, from the configuration file
 * @param texts the texts to read instead of files
 */
public record ManifestRequest(
    List<InputPath> paths,
    List<RenderCommand> commands,
    InputStream standardInput,
    Optional<ClusterRequest> cluster,
    Optional<BuildCommand> kustomize,
    List<String> ignored,
    boolean skipUnreadable,
    String defaultNamespace,
    List<Diagnostic> problems,
    Optional<InputTexts> texts) {
  /** Creates a request for files. */
  public ManifestRequest(
      List<InputPath> paths,
      List<RenderCommand> commands,
      InputStream standardInput,
      Optional<ClusterRequest> cluster,
      Optional<BuildCommand> kustomize,
      List<String> ignored,
      boolean skipUnreadable,
      String defaultNamespace,
      List<Diagnostic> problems) {
    this(
        paths,
        commands,
        standardInput,
        cluster,
        kustomize,
        ignored,
        skipUnreadable,
        defaultNamespace,
        problems,
        Optional.empty());
  }

  /** Copies the lists. */
  public ManifestRequest {
    paths = List.copyOf(paths);
    commands = List.copyOf(commands);
    problems = List.copyOf(problems);
    ignored = List.copyOf(ignored);
  }

  /** Returns the same request with other paths and commands. */
  public ManifestRequest with(List<InputPath> otherPaths, List<RenderCommand> otherCommands) {
    return with(otherPaths, otherCommands, cluster, texts);
  }

  /** Returns the same request, which reads {@code others} and no files. */
  public ManifestRequest reading(InputTexts others) {
    return with(paths, commands, cluster, Optional.of(others));
  }

  /** Returns the same request without the cluster. */
  public ManifestRequest withoutCluster() {
    return with(paths, commands, Optional.empty(), texts);
  }

  private ManifestRequest with(
      List<InputPath> otherPaths,
      List<RenderCommand> otherCommands,
      Optional<ClusterRequest> otherCluster,
      Optional<InputTexts> otherTexts) {
    return new ManifestRequest(
        otherPaths,
        otherCommands,
        standardInput,
        otherCluster,
        kustomize,
        ignored,
        skipUnreadable,
        defaultNamespace,
        problems,
        otherTexts);
  }

  private boolean exists(Path path) {
    return texts.map(given -> given.exists(path)).orElseGet(() -> Files.exists(path));
  }

  /** Whether the user gave any manifests or a cluster. */
  public boolean given() {
    return !paths.isEmpty() || !commands.isEmpty() || cluster.isPresent();
  }

  /**
   * Returns the problems of the configuration file, or else an error for each path that does not
   * exist. These are mistakes in the request and not gaps.
   */
  public List<Diagnostic> missing() {
    return problems.isEmpty() ? missingPaths() : problems;
  }

  private List<Diagnostic> missingPaths() {
    return paths.stream()
        .filter(path -> !path.isStandardInput() && !exists(Path.of(path.location())))
        .map(
            path -> Diagnostic.errorIn(Code.ZC0601, path.name(), "there is no such file or folder"))
        .toList();
  }

  /** Loads all manifests, and the {@code wanted} objects of the cluster. */
  public ManifestLoading load(ReadExtent wanted) {
    List<Diagnostic> missing = missing();
    if (!missing.isEmpty()) {
      return new ManifestLoading.Unusable(missing);
    }
    ManifestSources sources = ManifestSources.of(paths, commands, standardInput, kustomize, texts);
    LoadedManifests files = LoadedManifests.of(names(), sources, defaultNamespace);
    return cluster.isEmpty()
        ? new ManifestLoading.Loaded(files)
        : switch (readCluster(cluster.get(), wanted)) {
          case ClusterReading.Unusable(var problems) -> new ManifestLoading.Unusable(problems);
          case ClusterReading.Read(var found, var unread, var coverage, var absent) ->
              new ManifestLoading.Loaded(files.and(found, unread, coverage, absent));
        };
  }

  private static ClusterReading readCluster(ClusterRequest cluster, ReadExtent wanted) {
    Progress.begin("reading the cluster");
    return cluster.read(wanted);
  }

  /** Returns the paths, and the names of the commands. */
  private List<String> names() {
    return Stream.concat(
            paths.stream().map(InputPath::name), commands.stream().map(RenderCommand::name))
        .toList();
  }

  /**
   * Reads loaded manifests as a world.
   *
   * @param selectors selectors that distinguish pods, in addition to the selectors of policies and
   *     Services
   */
  public ReadManifests read(LoadedManifests loaded, Collection<Selector> selectors) {
    return new ManifestReading(skipUnreadable, new IgnoredKinds(ignored)).of(loaded, selectors);
  }
}
