package dev.zonec.tests.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The output of {@code verify} does not depend on a cache. All cases of verdicts share one folder,
 * and each runs twice: the second run proves nothing itself.
 */
final class CachedVerdictsTest {
  private static final Path CASES = Run.ROOT.resolve("spec").resolve("cases").resolve("verdicts");
  private static final String DAY = "2026-11-23";

  @TempDir private static Path cache;

  @TestFactory
  Stream<DynamicTest> outputsAreTheSame() throws IOException {
    List<Path> cases;
    try (Stream<Path> files = Files.walk(CASES)) {
      cases = files.filter(f -> f.endsWith("case.zone")).map(Path::getParent).sorted().toList();
    }
    assertThat(cases).hasSizeGreaterThan(40);
    return cases.stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(CASES.relativize(folder).toString(), () -> twice(folder)));
  }

  private static void twice(Path folder) throws IOException {
    List<String> args = new ArrayList<>(List.of("verify", folder.resolve("case.zone").toString()));
    if (Files.exists(folder.resolve("k8s.yaml"))) {
      args.addAll(List.of("-m", folder.resolve("k8s.yaml").toString()));
    }
    if (Files.exists(folder.resolve("args"))) {
      args.addAll(List.of(Files.readString(folder.resolve("args")).strip().split(" ")));
    }
    if (!args.contains("--as-of")) {
      args.addAll(List.of("--as-of", DAY));
    }
    Run alone = Run.zonec(args.toArray(String[]::new));
    args.addAll(List.of("--cache", cache.toString()));
    assertThat(Run.zonec(args.toArray(String[]::new))).isEqualTo(alone);
    List<Path> saved = saved();
    assertThat(Run.zonec(args.toArray(String[]::new))).isEqualTo(alone);
    assertThat(saved()).as("the second run proved something").isEqualTo(saved);
  }

  private static List<Path> saved() throws IOException {
    if (!Files.exists(cache)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(cache)) {
      return files.sorted().toList();
    }
  }
}
