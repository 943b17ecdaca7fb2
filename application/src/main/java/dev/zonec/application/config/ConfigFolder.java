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
   * Returns the path of {@code file} in messages. It is relative to the working directory if the
   * working directory and this folder are equal or one contains the other. Otherwise it is
   * absolute, because a relative path would lead through folders that both do not share.
   *
   * @param file the path, absolute and normalized
   */
  String shown(Path file) {
    Path working = Path.of("").toAbsolutePath().normalize();
    boolean near = working.startsWith(path) || path.startsWith(working);
    String name = (near ? working.relativize(file) : file).toString().replace('\\', '/');
    return name.isEmpty() ? "." : name;
  }
}
