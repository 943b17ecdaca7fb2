package dev.zonec.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs other programs. */
final class Commands {
  private Commands() {}

  /**
   * Runs {@code command} and returns its standard output; an exit code other than 0 is an error.
   */
  static String run(List<String> command) throws IOException {
    return run(command, Path.of(""));
  }

  /** Does the same in {@code folder}. */
  static String run(List<String> command, Path folder) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toAbsolutePath().toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    // What programs write must not depend on the language of the machine.
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      int exit = process.waitFor();
      if (exit != 0) {
        throw new IOException(
            String.join(" ", command) + " ended with " + exit + ":\n" + out.stripTrailing());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return out;
  }
}
