package dev.zonec.tests.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs commands that zonec prints.
 *
 * @param folder the folder in which they run
 * @param kubeconfig the configuration of kubectl
 */
record Kubectl(Path folder, Path kubeconfig) {
  static boolean isThere() throws IOException, InterruptedException {
    return new ProcessBuilder("sh", "-c", "command -v kubectl").start().waitFor() == 0;
  }

  /** Runs the commands below {@code title}; each has to succeed. */
  void run(String title, Run printed) throws IOException, InterruptedException {
    List<String> commands =
        printed
            .out()
            .lines()
            .dropWhile(line -> !line.equals(title))
            .skip(1)
            .takeWhile(line -> line.startsWith("  "))
            .map(String::strip)
            .toList();
    assertThat(commands).isNotEmpty().allSatisfy(line -> assertThat(line).startsWith("kubectl "));
    for (String command : commands) {
      shell(command);
    }
  }

  /** Runs a command, which has to succeed, and returns its output. */
  String shell(String command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", command);
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("KUBECONFIG", kubeconfig.toString());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(command + "\n" + output).isZero();
    return output;
  }
}
