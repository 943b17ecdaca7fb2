package dev.zonec.tests.integrations;

import dev.zonec.diagnostics.inputs.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs the scripts that the project ships. */
final class Script {
  private Script() {}

  /**
   * The result of a script.
   *
   * @param exit its exit code
   * @param out its standard output and error
   * @param folder the folder for temporary files
   */
  record Result(int exit, String out, Path folder) {
    /**
     * Returns the text of a file that the script wrote; {@code report} is its folder of reports.
     */
    String text(String file) throws IOException {
      return Files.readString(folder.resolve(file.replace("report/", "zonec-report-zonec/")));
    }
  }

  /** Whether all of {@code commands} are installed. */
  static boolean has(String... commands) {
    return Stream.of(commands)
        .allMatch(command -> SearchPath.ofProcess().program(command).isPresent());
  }

  /** Returns a command that stands for zonec: it writes a short report and exits with 1. */
  static Path standIn(Path folder) throws IOException {
    Path file = folder.resolve("stand-in");
    Files.writeString(
        file,
        """
        #!/bin/sh
        command=$1
        for argument; do
          case $argument in
            [a-z]*=*) echo "### zonec $command: 1 failed" >"${argument#*=}" ;;
          esac
        done
        exit 1
        """);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made executable");
    }
    return file;
  }

  /** Runs {@code command} in {@code folder}, with the variables {@code env}. */
  static Result run(Path temporary, Path folder, List<String> command, Map<String, String> env)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("GITHUB_"));
    builder.environment().remove("COLUMNS");
    builder.environment().putAll(env);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), "UTF-8");
    return new Result(process.waitFor(), out, temporary);
  }
}
