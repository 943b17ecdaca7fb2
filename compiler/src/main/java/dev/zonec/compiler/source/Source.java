package dev.zonec.compiler.source;

import dev.zonec.diagnostics.SourceText;
import java.nio.file.Path;

/**
 * One source of a program.
 *
 * @param text its text, named as the user gave the path
 * @param path its path below the folder that the user gave, parts separated by {@code /}; of a file
 *     that the user gave, its name. It does not depend on the working directory.
 * @param location where it was read; its imports begin there
 */
public record Source(SourceText text, String path, Location location) {
  /** Where a source comes from. */
  public sealed interface Location {
    /** It is no file. */
    record InMemory() implements Location {}

    /** The file, without symbolic links. */
    record OnDisk(Path file) implements Location {}
  }

  /** A source in memory, whose name in messages is its path. */
  public static Source of(String path, String content) {
    return new Source(new SourceText(path, content), path, new Location.InMemory());
  }
}
