package dev.zonec.cli;

import dev.zonec.application.input.ClusterRequest;
import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import dev.zonec.kubernetes.live.ClusterSource;
import dev.zonec.kubernetes.live.ReadingProgress;
import dev.zonec.kubernetes.live.Scope;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Selects a running cluster. */
@OptionGroup(Subject.MANIFESTS)
final class ClusterOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Option(
      names = {"-k", "--kubeconfig"},
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "FILE",
      preprocessor = FileOrNone.class,
      description =
          "read a running cluster with this kubeconfig (default: the one that kubectl uses)")
  private @Nullable String kubeconfig;

  @Option(
      names = "--context",
      paramLabel = "NAME",
      description = "the context of the kubeconfig (default: its current one)")
  private @Nullable String context;

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NS",
      description =
          "read only this namespace; verdicts that depend on other namespaces are inconclusive;"
              + " repeatable")
  private List<String> namespaces = new ArrayList<>();

  @Option(
      names = {"-A", "--all-namespaces"},
      description = "read all namespaces, as without -n")
  private boolean all;

  @Option(
      names = "--request-timeout",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "the time limit for each answer of the cluster (default: 30)")
  private int requestTimeout = 30;

  /**
   * {@code -k} takes a file or nothing. A folder or a source after it is an argument of the
   * command.
   */
  static final class FileOrNone implements CommandLine.IParameterPreprocessor {
    @Override
    @SuppressWarnings("JdkObsolete") // The stack is picocli's.
    public boolean preprocess(
        Stack<String> args,
        CommandLine.Model.CommandSpec spec,
        CommandLine.Model.ArgSpec option,
        Map<String, Object> info) {
      if (!args.isEmpty() && isSource(args.peek())) {
        args.push("");
      }
      return false;
    }

    private static boolean isSource(String argument) {
      try {
        return argument.endsWith(".zone") || Files.isDirectory(Path.of(argument));
      } catch (InvalidPathException e) {
        return false;
      }
    }
  }

  boolean given() {
    return kubeconfig != null;
  }

  /**
   * Returns the cluster to read, if there is one. Options that select a part of a cluster need
   * {@code -k}.
   */
  Optional<ClusterRequest> request(ReadingProgress progress) {
    check();
    return given()
        ? Optional.of(new ClusterRequest(source(), scope(), progress))
        : Optional.empty();
  }

  private void check() {
    if (!given() && (context != null || all || !namespaces.isEmpty())) {
      String option = context != null ? "--context" : all ? "-A" : "-n";
      throw refused(option + " selects what to read from a cluster: add -k");
    }
    if (all && !namespaces.isEmpty()) {
      throw refused("-A reads all namespaces and -n some: pass only one of them");
    }
    if (namespaces.stream().anyMatch(String::isBlank)) {
      throw refused("-n needs the name of a namespace");
    }
    if (requestTimeout < 1) {
      throw refused("--request-timeout takes whole seconds, at least 1");
    }
  }

  private CommandLine.ParameterException refused(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }

  private ClusterSource source() {
    return new ClusterSource(
        kubeconfig == null || kubeconfig.isEmpty()
            ? new ClusterSource.Kubeconfig.Default()
            : new ClusterSource.Kubeconfig.InFile(Path.of(kubeconfig)),
        context == null
            ? new ClusterSource.Context.Current()
            : new ClusterSource.Context.Named(context),
        Duration.ofSeconds(requestTimeout));
  }

  private Scope scope() {
    return namespaces.isEmpty()
        ? new Scope.Everywhere()
        : new Scope.Within(new TreeSet<>(namespaces));
  }
}
