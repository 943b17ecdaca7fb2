package dev.zonec.tests.endtoend;

import static dev.zonec.tests.endtoend.Run.example;
import static dev.zonec.tests.endtoend.Run.zonec;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Applications with their real labels and ports. Each is segmented by a short program, compiled and
 * proved, without a warning of any command.
 */
final class ApplicationsTest {
  @TempDir private Path dir;

  @ParameterizedTest
  @CsvSource({"argocd,", "store,", "tenants,", "kube-prometheus, host-network=node"})
  void aShortProgramIsProvedWithoutAWarning(String name, @Nullable String assumed)
      throws IOException {
    List<String> given = assumed == null ? List.of() : List.of("--assume", assumed);
    String zones = example(name + "/zones");
    String manifests = example(name + "/k8s");
    assertThat(lines(Path.of(zones))).isLessThan(50);
    clean(zonec("fmt", "--check", zones));
    clean(zonec("lint", zones, "-m", manifests));
    clean(run("verify", given, zones, "-m", manifests, "--lint"));
    String out = dir.resolve("policies").toString();
    clean(run("compile", given, zones, "-m", manifests, "-o", out));
    Run written = run("verify", given, zones, "-m", manifests, "-m", out);
    clean(written);
    assertThat(written.out()).contains("as written: ").doesNotContain("failed", "inconclusive");
  }

  private static Run run(String command, List<String> given, String... arguments) {
    List<String> all = new ArrayList<>(List.of(command, "--fail-on", "warning"));
    all.addAll(given);
    all.addAll(List.of(arguments));
    return zonec(all.toArray(String[]::new));
  }

  private static void clean(Run run) {
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
  }

  private static int lines(Path folder) throws IOException {
    try (Stream<Path> sources = Files.list(folder)) {
      int lines = 0;
      for (Path source : sources.toList()) {
        lines += Files.readAllLines(source).size();
      }
      return lines;
    }
  }
}
