package dev.zonec.application.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder of compiled policies, before and after the first compilation. */
final class CompiledFolder {
  private CompiledFolder() {}

  /** Whether {@code folder} exists and contains a manifest at any depth. */
  static boolean hasPolicies(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".yaml") && Files.isRegularFile(file));
    } catch (IOException | UncheckedIOException e) {
      // The reader of manifests reports why the folder cannot be read.
      return true;
    }
  }
}
