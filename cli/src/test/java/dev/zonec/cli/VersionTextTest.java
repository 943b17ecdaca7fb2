package dev.zonec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.application.version.Build;
import dev.zonec.application.version.Versions;
import dev.zonec.kubernetes.manifest.PolicyApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class VersionTextTest {
  private static final PolicyApi NETWORK = new PolicyApi("networking.k8s.io/v1", "NetworkPolicy");
  private static final PolicyApi CLUSTER = new PolicyApi("policy.example/v2", "ClusterPolicy");

  @Test
  void aRelease() {
    assertThat(VersionText.lines(versions(Optional.of("7a30c441f758"), false)))
        .containsExactly(
            "zonec 1.2.3 (commit 7a30c441f758)",
            "Z3 4.14.1",
            "policies networking.k8s.io/v1 NetworkPolicy",
            "         policy.example/v2 ClusterPolicy");
    assertThat(VersionText.data(versions(Optional.of("7a30c441f758"), false)))
        .containsEntry("version", "1.2.3")
        .containsEntry("commit", "7a30c441f758")
        .containsEntry("modified", false)
        .containsEntry("z3", "4.14.1")
        .containsEntry(
            "policies",
            List.of(
                Map.of("apiVersion", "networking.k8s.io/v1", "kind", "NetworkPolicy"),
                Map.of("apiVersion", "policy.example/v2", "kind", "ClusterPolicy")));
  }

  @Test
  void changedSources() {
    assertThat(VersionText.lines(versions(Optional.of("7a30c441f758"), true)))
        .startsWith("zonec 1.2.3 (commit 7a30c441f758, modified)");
  }

  @Test
  void sourcesWithoutARepository() {
    Versions versions = versions(Optional.empty(), false);
    assertThat(VersionText.lines(versions)).startsWith("zonec 1.2.3 (commit unknown)");
    assertThat(VersionText.data(versions)).containsKey("version").doesNotContainKey("commit");
  }

  @Test
  void classesWithoutABuild() {
    Versions versions = new Versions(Optional.empty(), Optional.empty(), List.of(NETWORK));
    assertThat(VersionText.lines(versions))
        .startsWith("zonec (unpackaged) (commit unknown)", "Z3 unknown");
    assertThat(VersionText.data(versions)).containsOnlyKeys("policies");
  }

  private static Versions versions(Optional<String> commit, boolean modified) {
    return new Versions(
        Optional.of(new Build("1.2.3", commit, modified)),
        Optional.of("4.14.1"),
        List.of(NETWORK, CLUSTER));
  }
}
