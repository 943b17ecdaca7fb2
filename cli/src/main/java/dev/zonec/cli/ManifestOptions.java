package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.application.input.ManifestRequest;
import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.inputs.SearchPath;
import dev.zonec.kubernetes.kustomize.BuildCommand;
import dev.zonec.kubernetes.live.ReadingProgress;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.model.label.LabelSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Selects manifests, and the gaps that the user accepts. */
@OptionGroup(Subject.MANIFESTS)
final class ManifestOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-m", "--manifests"},
      paramLabel = "PATH",
      description = "manifests to read: a file, a folder, or - for standard input; repeatable")
  private List<String> paths = new ArrayList<>();

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--ignore",
      paramLabel = "KIND",
      description =
          "accept that objects of this kind are not covered, KIND or KIND.GROUP; repeatable")
  private List<String> ignored = new ArrayList<>();

  @Option(
      names = "--kustomize",
      description = "build kustomizations with kustomize, or with kubectl, of the PATH")
  private boolean kustomize;

  @Option(names = "--skip-unreadable", description = "accept that unreadable inputs are left out")
  private boolean skipUnreadable;

  @Option(
      names = "--default-namespace",
      paramLabel = "NS",
      description =
          "the namespace of objects that name none, as in `kubectl apply -n NS` (default: default)")
  private @Nullable String defaultNamespace;

  /** Adds paths. */
  void add(List<String> more) {
    List<String> all = new ArrayList<>(paths);
    all.addAll(more);
    paths = all;
  }

  /**
   * Whether the user names manifests or a cluster; those of the configuration file are not read.
   */
  boolean given() {
    return !paths.isEmpty() || cluster.given();
  }

  /** Whether the manifests come from a cluster. */
  boolean readsCluster() {
    return cluster.given();
  }

  /** Whether manifests come from standard input. */
  boolean readsStandardInput() {
    return paths.contains("-");
  }

  /** Returns the request, or rejects an invalid command line. */
  ManifestRequest request(Settings settings, ReadingProgress progress) {
    return request(settings, settings.manifestPaths(), progress);
  }

  /** Returns the same, with the policies that the program was compiled to. */
  ManifestRequest deployed(Settings settings, ReadingProgress progress) {
    return request(settings, settings.deployedPaths(), progress);
  }

  private ManifestRequest request(
      Settings settings, List<String> configured, ReadingProgress progress) {
    List<String> kinds = new ArrayList<>(ignored);
    kinds.addAll(settings.ignored());
    ManifestRequest request =
        new ManifestRequest(
            InputPath.of(given() ? paths : configured),
            given() ? List.of() : settings.commands(),
            System.in,
            cluster.request(progress),
            buildCommand(),
            kinds,
            skipUnreadable,
            namespace(settings),
            given() ? List.of() : settings.missingManifests());
    return Main.of(spec.commandLine()).texts().map(request::reading).orElse(request);
  }

  private String namespace(Settings settings) {
    if (defaultNamespace == null) {
      return settings.defaultNamespace().orElse(WorldReader.DEFAULT_NAMESPACE);
    }
    if (!LabelSyntax.isDnsLabel(defaultNamespace)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--default-namespace takes the name of a namespace, not '" + defaultNamespace + "'");
    }
    return defaultNamespace;
  }

  private Optional<BuildCommand> buildCommand() {
    if (!kustomize) {
      return Optional.empty();
    }
    Optional<BuildCommand> command = BuildCommand.find(SearchPath.ofProcess());
    if (command.isEmpty()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--kustomize needs kustomize or kubectl on the PATH");
    }
    return command;
  }
}
