package dev.zonec.tests.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pictures of the guide are those that the command draws of the examples. {@code
 * -Dzonec.rewrite=true} draws them again.
 */
final class GuidePicturesTest {
  private static final Path PICTURES = Run.ROOT.resolve("docs/guide/pictures");
  private static final String SHOP = "examples/online-boutique/";

  private static final Map<String, List<String>> COMMANDS =
      Map.of(
          "shop.svg", List.of(SHOP + "zones", "-m", SHOP + "k8s"),
          "shop-leak.svg",
              List.of(SHOP + "zones", "-m", SHOP + "k8s", "-m", "OUT", "-m", SHOP + "leaky"),
          "shop-exposure.svg", List.of(SHOP + "zones", "-m", SHOP + "k8s", "--exposure"),
          "bank.svg", List.of("examples/bank/zones", "-m", "examples/bank/k8s", "-p", "env=prod"));

  @TempDir private static Path out;

  @TestFactory
  Stream<DynamicTest> picturesAreUpToDate() {
    return COMMANDS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(), () -> check(each.getKey(), each.getValue())));
  }

  private static void check(String name, List<String> words) throws IOException {
    // Pictures name files from the folder that contains all of them, so one folder has them all.
    Path root = words.contains("OUT") ? copied() : Run.ROOT;
    List<String> command = new ArrayList<>(List.of("graph"));
    for (String word : words) {
      command.add(
          word.equals("OUT")
              ? compiled(root)
              : word.startsWith("examples/") ? root.resolve(word).toString() : word);
    }
    Run run = Run.zonec(command.toArray(String[]::new));
    assertThat(run.exit()).as(run.err()).isZero();
    String drawn = run.out().replace(root + "/", "");
    Path file = PICTURES.resolve(name);
    if (Boolean.getBoolean("zonec.rewrite")) {
      Files.writeString(file, drawn);
    }
    assertThat(drawn).isEqualTo(Files.readString(file));
  }

  /** Returns a folder with a copy of the example. */
  private static Path copied() throws IOException {
    Path from = Run.ROOT.resolve(SHOP);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path to = out.resolve(SHOP).resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
    return out;
  }

  private static String compiled(Path root) {
    Path policies = root.resolve("policies");
    Run run =
        Run.zonec(
            "compile",
            root.resolve(SHOP + "zones").toString(),
            "-m",
            root.resolve(SHOP + "k8s").toString(),
            "-o",
            policies.toString());
    assertThat(run.exit()).as(run.err()).isZero();
    return policies.toString();
  }

  @Test
  void everyPictureIsDrawnHere() throws IOException {
    try (Stream<Path> files = Files.list(PICTURES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(COMMANDS.keySet());
    }
  }
}
