package dev.zonec.kubernetes.live;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The API server of the cluster around a pod, as the kubelet tells of it: its address in
 * environment variables, and beside the token of the pod's service account the certificate
 * authority.
 *
 * @param environment the environment variables
 * @param account the folder that the kubelet mounts for the service account
 */
record InCluster(Map<String, String> environment, Path account) {
  private static final String HOST = "KUBERNETES_SERVICE_HOST";
  private static final String PORT = "KUBERNETES_SERVICE_PORT";

  /** That of this process. */
  static InCluster around() {
    return new InCluster(System.getenv(), Path.of("/var/run/secrets/kubernetes.io/serviceaccount"));
  }

  /** Whether the process runs in a pod. */
  boolean isThere() {
    return !value(HOST).isEmpty();
  }

  /** Why it cannot be used; empty if it can. */
  Optional<String> problem() {
    Path token = token();
    if (!Files.isRegularFile(token)) {
      return Optional.of("the pod has no token of its service account: there is no file " + token);
    }
    try {
      return Files.readString(token).isBlank()
          ? Optional.of("the token of the service account is empty: " + token)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.of("the token of the service account cannot be read: " + token);
    }
  }

  /** What the client needs, where there is no {@link #problem}. */
  Config config() throws IOException {
    String host = value(HOST);
    String port = value(PORT).isEmpty() ? "443" : value(PORT);
    String literal = host.contains(":") ? "[" + host + "]" : host;
    ConfigBuilder config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl("https://" + literal + ":" + port + "/")
            .withAutoOAuthToken(Files.readString(token()).strip());
    Path authority = account.resolve("ca.crt");
    if (Files.isRegularFile(authority)) {
      config = config.withCaCertFile(authority.toString());
    }
    return config.build();
  }

  private Path token() {
    return account.resolve("token");
  }

  private String value(String name) {
    @Nullable String value = environment.get(name);
    return value == null ? "" : value;
  }
}
