package dev.zonec.tests.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.cli.Main;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** No command exceeds its timeout by more than a second, whatever it reads. */
final class TimeoutTest {
  private static final Duration SLACK = Duration.ofSeconds(1);

  /** The commands that run on all inputs. To save time, the others run on some of them. */
  private static final List<String> OFTEN = List.of("verify", "exposure", "import");

  @TempDir private static Path dir;

  /** The time for starting, before the timeout begins. */
  private static Duration start = Duration.ZERO;

  @BeforeAll
  static void writeInputs() throws IOException, InterruptedException {
    Files.writeString(dir.resolve("hard.zone"), HardInputs.PROGRAM);
    for (HardInputs inputs : HardInputs.values()) {
      Path folder = Files.createDirectory(dir.resolve(inputs.name()));
      Files.writeString(folder.resolve("hard.yaml"), inputs.manifests());
    }
    Path small = Files.createDirectory(dir.resolve("small"));
    Files.writeString(
        small.resolve("small.yaml"),
        "{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop}, spec: {containers:"
            + " []}}");
    start = run(commands().get("verify"), "small", 60).took();
  }

  private static Map<String, List<String>> commands() {
    Map<String, List<String>> commands = new TreeMap<>();
    commands.put("verify", List.of("verify", "ZONE", "-m", "K8S"));
    commands.put("connections", List.of("query", "connections", "-m", "K8S"));
    commands.put("exposure", List.of("query", "exposure", "-m", "K8S"));
    commands.put("paths", List.of("query", "* ~> *", "-m", "K8S"));
    commands.put("graph", List.of("graph", "-m", "K8S"));
    commands.put("why", List.of("why", "* -> *", "-m", "K8S"));
    commands.put("import", List.of("import", "K8S"));
    commands.put("lint", List.of("lint", "ZONE", "-m", "K8S"));
    return commands;
  }

  @TestFactory
  Stream<DynamicTest> everyCommandEndsInTime() {
    return Arrays.stream(HardInputs.values())
        .flatMap(
            inputs ->
                commands().entrySet().stream()
                    .filter(command -> OFTEN.contains(command.getKey()) || isTriedWithAll(inputs))
                    .filter(command -> isSuitable(command.getKey(), inputs))
                    .map(command -> test(command.getKey(), command.getValue(), inputs, 1)));
  }

  private static boolean isTriedWithAll(HardInputs inputs) {
    return inputs == HardInputs.LABEL_SETS || inputs == HardInputs.NAMESPACES;
  }

  /** Whether the inputs have what the command needs: {@code import} reads NetworkPolicies. */
  private static boolean isSuitable(String command, HardInputs inputs) {
    return !command.equals("import") || inputs.manifests().contains("kind: NetworkPolicy\n");
  }

  @TestFactory
  Stream<DynamicTest> longerLimitsHoldToo() {
    return Stream.of(2, 5)
        .flatMap(
            seconds ->
                Stream.of(HardInputs.CLUSTER_POLICIES, HardInputs.LABEL_SETS)
                    .map(inputs -> test("verify", commands().get("verify"), inputs, seconds)));
  }

  private static DynamicTest test(String name, List<String> words, HardInputs inputs, int seconds) {
    return DynamicTest.dynamicTest(
        name + " of " + inputs + " in " + seconds + " s",
        () -> {
          Ended ended = run(words, inputs.name(), seconds);
          Duration most = start.plusSeconds(seconds).plus(SLACK);
          assertThat(ended.took()).as(ended.printed()).isLessThan(most);
          assertThat(ended.exit()).as(ended.printed()).isIn(0, 1, 4);
          if (ended.printed().contains("time ran out")) {
            assertThat(ended.exit()).as(ended.printed()).isNotZero();
          }
        });
  }

  /**
   * @param took the elapsed time, or the processor time of the process if it is less: on a busy
   *     machine, a process waits for others
   */
  private record Ended(int exit, String printed, Duration took) {}

  private static Ended run(List<String> words, String folder, int seconds)
      throws IOException, InterruptedException {
    List<String> args = new ArrayList<>();
    args.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    args.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName()));
    for (String word : words) {
      args.add(
          switch (word) {
            case "ZONE" -> dir.resolve("hard.zone").toString();
            case "K8S" -> dir.resolve(folder).toString();
            default -> word;
          });
    }
    args.addAll(List.of("--timeout", Integer.toString(seconds)));
    File printed = dir.resolve("printed").toFile();
    long before = System.nanoTime();
    Process process =
        new ProcessBuilder(args).redirectErrorStream(true).redirectOutput(printed).start();
    try {
      Duration worked = Duration.ZERO;
      while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
        worked = process.info().totalCpuDuration().orElse(worked);
      }
      Duration clock = Duration.ofNanos(System.nanoTime() - before);
      return new Ended(
          process.exitValue(),
          Files.readString(printed.toPath()),
          clock.compareTo(worked) < 0 ? clock : worked);
    } finally {
      process.destroyForcibly();
    }
  }
}
