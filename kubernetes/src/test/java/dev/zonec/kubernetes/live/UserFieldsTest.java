package dev.zonec.kubernetes.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.AuthInfoBuilder;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fields of a user that kubectl looks at count. */
final class UserFieldsTest {
  @TempDir private Path dir;

  private Config config(AuthInfo user) {
    Config config = Config.empty();
    assertThat(UserFields.apply(user, dir.resolve("config"), config)).isEmpty();
    return config;
  }

  @Test
  void aTokenInAFileBesideTheKubeconfigIsRead() throws IOException {
    Files.writeString(dir.resolve("token"), "t0ken\n");
    AuthInfo user = new AuthInfoBuilder().withTokenFile("token").withToken("other").build();
    assertThat(config(user).getOauthToken()).isEqualTo("t0ken");
  }

  @Test
  void aTokenThatIsNotThereIsAProblem() throws IOException {
    AuthInfo missing = new AuthInfoBuilder().withTokenFile("missing").build();
    assertThat(UserFields.apply(missing, dir.resolve("config"), Config.empty()))
        .contains("the token's file `missing` cannot be read");
    Files.writeString(dir.resolve("empty"), "\n");
    AuthInfo empty = new AuthInfoBuilder().withTokenFile("empty").build();
    assertThat(UserFields.apply(empty, dir.resolve("config"), Config.empty()))
        .contains("the token's file `empty` is empty");
  }

  @Test
  void somebodyElseIsAskedFor() {
    AuthInfo user = new AuthInfoBuilder().withAs("jane").withAsGroups("dev", "ops").build();
    Config config = config(user);
    assertThat(config.getImpersonateUsername()).isEqualTo("jane");
    assertThat(config.getImpersonateGroups()).containsExactly("dev", "ops");
  }
}
