package dev.zonec.application.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Tells the sources of a program from other inputs of a command. */
public final class ProgramPath {
  private static final String EXTENSION = ".zone";

  private ProgramPath() {}

  /**
   * Whether {@code path} is a source of a program, or a folder that contains one. A folder that
   * cannot be read is none; the reader of other inputs reports it.
   */
  public static boolean isProgram(String path) {
    if (path.endsWith(EXTENSION)) {
      return true;
    }
    if (path.equals("-") || !Files.isDirectory(Path.of(path))) {
      return false;
    }
    try (Stream<Path> files = Files.walk(Path.of(path))) {
      return files.anyMatch(file -> file.toString().endsWith(EXTENSION));
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }
}
