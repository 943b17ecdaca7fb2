package dev.zonec.application.editing.program;

import java.nio.file.Path;

/** Writes paths as messages show them. */
final class ShownPath {
  private ShownPath() {}

  /** Returns the path relative to the working directory if it is below it. */
  static String of(Path file) {
    Path here = Path.of("").toAbsolutePath();
    return (file.startsWith(here) ? here.relativize(file) : file).toString().replace('\\', '/');
  }
}
