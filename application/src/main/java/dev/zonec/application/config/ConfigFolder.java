package dev.zonec.application.config;

import dev.zonec.diagnostics.Span;
import java.nio.file.Path;

/**
 * The folder of a configuration file, to which the file's paths are relative.
 *
 * @param path the folder, absolute and normalized
 */
record ConfigFolder(Path path) {
  /**
   * Returns the path that the text at {@code span} names.
   *
   * @param written the path as written
   */
  ConfigPath resolve(String written, Span span) {
    Path resolved = path.resolve(written).normalize();
    return new ConfigPath(shown(resolved), resolved, span);
  }

  /**
   * Returns {@code file} relative to the working directory if the directory is inside the folder or
   * its other way around. Paths elsewhere stay absolute.
   */
  String shown(Path file) {
    Path working = Path.of("").toAbsolutePath().normalize();
    boolean near = working.startsWith(path) || path.startsWith(working);
    String name = (near ? working.relativize(file) : file).toString().replace('\\', '/');
    return name.isEmpty() ? "." : name;
  }
}
