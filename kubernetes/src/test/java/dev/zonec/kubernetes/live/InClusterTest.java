package dev.zonec.kubernetes.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pod finds the API server by what its kubelet gives it. */
final class InClusterTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("KUBERNETES_SERVICE_HOST", "10.96.0.1", "KUBERNETES_SERVICE_PORT", "6443");

  @TempDir private Path account;

  private Config config(Map<String, String> environment) throws IOException {
    Files.writeString(account.resolve("token"), "secret\n");
    Files.writeString(account.resolve("ca.crt"), "authority");
    return switch (Credentials.inCluster(new InCluster(environment, account))) {
      case Credentials.Outcome.Ready(Config config, String cluster) -> config;
      case Credentials.Outcome.Refused(var problem) -> throw new AssertionError(problem);
    };
  }

  private String refused() {
    return switch (Credentials.inCluster(new InCluster(ENVIRONMENT, account))) {
      case Credentials.Outcome.Ready ready -> throw new AssertionError(ready);
      case Credentials.Outcome.Refused(var problem) -> problem.message();
    };
  }

  @Test
  void addressTokenAndAuthorityAreTheKubelets() throws IOException {
    Config config = config(ENVIRONMENT);
    assertThat(config.getMasterUrl()).isEqualTo("https://10.96.0.1:6443/");
    assertThat(config.getAutoOAuthToken()).isEqualTo("secret");
    assertThat(config.getCaCertFile()).isEqualTo(account.resolve("ca.crt").toString());
    assertThat(config.isTrustCerts()).isFalse();
  }

  @Test
  void anAddressCanBeIpv6AndThePortIsOptional() throws IOException {
    Config config = config(Map.of("KUBERNETES_SERVICE_HOST", "fd00::1"));
    assertThat(config.getMasterUrl()).isEqualTo("https://[fd00::1]:443/");
  }

  @Test
  void withoutATokenNobodyIsAsked() throws IOException {
    assertThat(refused()).contains("no token").contains(account.resolve("token").toString());
    Files.writeString(account.resolve("token"), " \n");
    assertThat(refused()).contains("is empty");
  }

  @Test
  void outsideOfAPodThereIsNone() {
    assertThat(new InCluster(Map.of(), account).isThere()).isFalse();
    assertThat(new InCluster(ENVIRONMENT, account).isThere()).isTrue();
  }
}
