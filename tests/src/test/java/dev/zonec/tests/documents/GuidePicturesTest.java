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
    List<String> command = new ArrayList<>(List.of("graph"));
    for (String word : words) {
      command.add(
          word.equals("OUT")
              ? compiled()
              : word.startsWith("examples/") ? Run.ROOT.resolve(word).toString() : word);
    }
    Run run = Run.zonec(command.toArray(String[]::new));
    assertThat(run.exit()).as(run.err()).isZero();
    String drawn = run.out().replace(Run.ROOT + "/", "").replace(out.toString(), "out");
    Path file = PICTURES.resolve(name);
    if (Boolean.getBoolean("zonec.rewrite")) {
      Files.writeString(file, drawn);
    }
    assertThat(drawn).isEqualTo(Files.readString(file));
  }

  private static String compiled() {
    Run run =
        Run.zonec(
            "compile",
            Run.ROOT.resolve(SHOP + "zones").toString(),
            "-m",
            Run.ROOT.resolve(SHOP + "k8s").toString(),
            "-o",
            out.toString());
    assertThat(run.exit()).as(run.err()).isZero();
    return out.toString();
  }

  @Test
  void everyPictureIsDrawnHere() throws IOException {
    try (Stream<Path> files = Files.list(PICTURES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(COMMANDS.keySet());
    }
  }
}
