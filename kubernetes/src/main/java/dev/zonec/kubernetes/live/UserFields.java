package dev.zonec.kubernetes.live;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Applies fields of a kubeconfig's user that the client ignores but kubectl does not: a token file
 * and impersonation.
 */
final class UserFields {
  private UserFields() {}

  /**
   * Adds the fields to {@code config}.
   *
   * @param kubeconfig the file, to whose folder its paths are relative
   * @return the reason if they cannot be used
   */
  static Optional<String> apply(AuthInfo user, Path kubeconfig, Config config) {
    @Nullable String file = user.getTokenFile();
    if (file != null && !file.isEmpty()) {
      Path path = kubeconfig.resolveSibling(file);
      String token;
      try {
        token = Files.readString(path).strip();
      } catch (IOException e) {
        return Optional.of("the token's file `" + file + "` cannot be read");
      }
      if (token.isEmpty()) {
        return Optional.of("the token's file `" + file + "` is empty");
      }
      config.setOauthToken(token);
    }
    @Nullable String as = user.getAs();
    if (as != null && !as.isEmpty()) {
      config.setImpersonateUsername(as);
      @Nullable List<String> groups = user.getAsGroups();
      config.setImpersonateGroups(groups == null ? new String[0] : groups.toArray(String[]::new));
      if (user.getAsUserExtra() != null) {
        config.setImpersonateExtras(user.getAsUserExtra());
      }
    }
    return Optional.empty();
  }
}
