package dev.zonec.application.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class BuildTest {
  @Test
  void aBuildOfACommit() {
    assertThat(build("7a30c441f758"))
        .isEqualTo(new Build("1.2.3", Optional.of("7a30c441f758"), false));
  }

  @Test
  void aBuildOfChangedSources() {
    assertThat(build("7a30c441f758-dirty"))
        .isEqualTo(new Build("1.2.3", Optional.of("7a30c441f758"), true));
  }

  @Test
  void aBuildOutsideOfARepository() {
    assertThat(build("unknown")).isEqualTo(new Build("1.2.3", Optional.empty(), false));
  }

  private static Build build(String commit) {
    Properties properties = new Properties();
    properties.setProperty("version", "1.2.3");
    properties.setProperty("commit", commit);
    return Build.of(properties);
  }
}
