package dev.zonec.kubernetes.live;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.kubernetes.live.ClusterSource.Context;
import dev.zonec.kubernetes.live.ClusterSource.Kubeconfig;
import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.ExecConfig;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a kubeconfig and checks it. Without the check, the client would ignore many mistakes and
 * ask another server without credentials.
 */
final class Credentials {
  /** The outcome of reading a kubeconfig. */
  sealed interface Outcome {
    /**
     * The server and the credentials.
     *
     * @param cluster the cluster in messages
     */
    record Ready(Config config, String cluster) implements Outcome {}

    /** The kubeconfig cannot be used. */
    record Refused(Diagnostic problem) implements Outcome {}
  }

  /** A problem that makes the kubeconfig unusable. */
  private static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic problem;

    Unusable(String where, String message) {
      this(Diagnostic.errorIn(Code.ZC0640, where, message));
    }

    Unusable(Diagnostic problem) {
      super(problem.message());
      this.problem = problem;
    }
  }

  private Credentials() {}

  static Outcome of(ClusterSource source) {
    try {
      return switch (source.kubeconfig()) {
        case Kubeconfig.InFile(Path path) -> inFile(path, source.context());
        case Kubeconfig.Default() -> fromDefaultLocation(source.context());
      };
    } catch (Unusable e) {
      return new Outcome.Refused(e.problem);
    }
  }

  private static Outcome inFile(Path path, Context wanted) throws Unusable {
    String where = path.toString();
    File file = path.toFile();
    if (!file.isFile()) {
      String message = file.exists() ? "a kubeconfig is a file" : "there is no such file";
      throw new Unusable(
          Diagnostic.errorIn(Code.ZC0640, where, message)
              .help("for the usual kubeconfig write `-k` last, or `-k=` with the file"));
    }
    List<io.fabric8.kubernetes.api.model.Config> configs = List.of(parsed(file));
    NamedContext context = context(configs, wanted, where);
    return ready(
        configs,
        List.of(file),
        context,
        where,
        () -> Config.fromKubeconfig(context.getName(), file));
  }

  private static Outcome fromDefaultLocation(Context wanted) throws Unusable {
    List<File> files =
        Config.getKubeconfigFilenames().stream().map(File::new).filter(File::isFile).toList();
    if (files.isEmpty()) {
      InCluster around = InCluster.around();
      if (around.isThere() && wanted instanceof Context.Current) {
        return inCluster(around);
      }
      String looked = String.join(", ", Config.getKubeconfigFilenames());
      throw new Unusable(looked, "there is no kubeconfig");
    }
    List<io.fabric8.kubernetes.api.model.Config> configs = new ArrayList<>();
    for (File file : files) {
      configs.add(parsed(file));
    }
    String where = String.join(", ", files.stream().map(File::toString).toList());
    NamedContext context = context(configs, wanted, where);
    return ready(configs, files, context, where, () -> Config.autoConfigure(context.getName()));
  }

  /** The client would ask as nobody where the token is missing. */
  static Outcome inCluster(InCluster around) {
    String where = "cluster around this pod";
    Optional<String> problem = around.problem();
    if (problem.isPresent()) {
      return new Outcome.Refused(
          Diagnostic.errorIn(Code.ZC0640, where, problem.get())
              .help("set `automountServiceAccountToken: true`, or name a kubeconfig: `-k FILE`"));
    }
    try {
      return new Outcome.Ready(around.config(), where);
    } catch (IOException e) {
      return new Outcome.Refused(
          Diagnostic.errorIn(Code.ZC0640, where, "the token cannot be read: " + e.getMessage()));
    }
  }

  private static io.fabric8.kubernetes.api.model.Config parsed(File file) throws Unusable {
    io.fabric8.kubernetes.api.model.@Nullable Config config;
    try {
      config = KubeConfigUtils.parseConfig(file);
    } catch (RuntimeException e) {
      config = null;
    }
    if (config == null || nullable(config.getContexts()).isEmpty()) {
      throw new Unusable(file.toString(), "this is not a kubeconfig");
    }
    return config;
  }

  private static NamedContext context(
      List<io.fabric8.kubernetes.api.model.Config> configs, Context wanted, String where)
      throws Unusable {
    List<NamedContext> contexts =
        configs.stream().flatMap(config -> config.getContexts().stream()).toList();
    List<String> names = contexts.stream().map(NamedContext::getName).toList();
    String name =
        switch (wanted) {
          case Context.Named(String given) -> given;
          case Context.Current() -> {
            Optional<String> current =
                configs.stream()
                    .map(config -> Optional.ofNullable(config.getCurrentContext()))
                    .flatMap(Optional::stream)
                    .filter(each -> !each.isEmpty())
                    .findFirst();
            if (current.isEmpty()) {
              throw new Unusable(
                  Diagnostic.errorIn(Code.ZC0640, where, "no context is current")
                      .help("choose one with `--context`: " + String.join(", ", names)));
            }
            yield current.get();
          }
        };
    Optional<NamedContext> context =
        contexts.stream().filter(each -> name.equals(each.getName())).findFirst();
    if (context.isEmpty()) {
      Diagnostic unknown =
          Diagnostic.errorIn(Code.ZC0640, where, "there is no context `" + name + "`");
      throw new Unusable(
          NearestName.to(name, names)
              .map(nearest -> unknown.help("did you mean `" + nearest + "`?"))
              .orElse(unknown));
    }
    return context.get();
  }

  /** Creates the configuration of the client; may run a command that provides credentials. */
  private interface Loading {
    Config load();
  }

  private static Outcome ready(
      List<io.fabric8.kubernetes.api.model.Config> configs,
      List<File> files,
      NamedContext context,
      String where,
      Loading loading)
      throws Unusable {
    String name = context.getName();
    Optional<String> server =
        configs.stream()
            .flatMap(config -> nullable(config.getClusters()).stream())
            .filter(each -> context.getContext() != null)
            .filter(each -> each.getName().equals(context.getContext().getCluster()))
            .map(NamedCluster::getCluster)
            .map(cluster -> Optional.ofNullable(cluster.getServer()).orElse(""))
            .findFirst();
    if (server.isEmpty() || !server.get().matches("https?://[^\\s/]+.*")) {
      throw new Unusable(where, "context `" + name + "` names no server");
    }
    Optional<ExecConfig> command =
        configs.stream()
            .flatMap(config -> nullable(config.getUsers()).stream())
            .filter(each -> each.getName().equals(context.getContext().getUser()))
            .map(NamedAuthInfo::getUser)
            .flatMap(user -> Optional.ofNullable(user.getExec()).stream())
            .findFirst();
    Config config;
    try {
      config = loading.load();
    } catch (RuntimeException e) {
      throw new Unusable(where, withoutCredentials(name, command));
    }
    boolean gaveNothing =
        command.isPresent()
            && config.getAutoOAuthToken() == null
            && config.getClientCertData() == null;
    if (gaveNothing) {
      throw new Unusable(where, withoutCredentials(name, command));
    }
    for (int i = 0; i < configs.size(); i++) {
      Optional<AuthInfo> user =
          nullable(configs.get(i).getUsers()).stream()
              .filter(each -> each.getName().equals(context.getContext().getUser()))
              .flatMap(each -> Optional.ofNullable(each.getUser()).stream())
              .findFirst();
      if (user.isPresent()) {
        Path kubeconfig = files.get(i).toPath().toAbsolutePath();
        Optional<String> problem = UserFields.apply(user.get(), kubeconfig, config);
        if (problem.isPresent()) {
          throw new Unusable(where, problem.get());
        }
        break;
      }
    }
    return new Outcome.Ready(config, "cluster " + name);
  }

  private static <T> List<T> nullable(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }

  private static String withoutCredentials(String context, Optional<ExecConfig> command) {
    return command
        .map(
            exec ->
                "the command `"
                    + exec.getCommand()
                    + "` of context `"
                    + context
                    + "` gave no credentials")
        .orElse("the credentials of context `" + context + "` cannot be used");
  }
}
