package dev.zonec.diagnostics.inputs;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The folders in which programs are looked for.
 *
 * @param folders the folders, separated as in {@code PATH}
 */
public record SearchPath(String folders) {
  /** Returns the search path of this process. */
  public static SearchPath ofProcess() {
    return new SearchPath(Optional.ofNullable(System.getenv("PATH")).orElse(""));
  }

  /** Returns the program with this name in the first folder that has one. */
  public Optional<Path> program(String name) {
    return Arrays.stream(folders.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
