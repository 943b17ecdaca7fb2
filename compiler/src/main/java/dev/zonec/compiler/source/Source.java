package dev.zonec.compiler.source;

import dev.zonec.diagnostics.SourceText;
import java.nio.file.Path;

/**
 * A source of a program.
 *
 * @param text its text; the name is the path as the user gave it
 * @param path its path relative to the folder that the user gave, with {@code /} as separator, or
 *     its file name if the user gave the file; it does not depend on the working directory
 * @param location its location, to which the paths of imports are relative
 */
public record Source(SourceText text, String path, Location location) {
  /** The location of a source. */
  public sealed interface Location {
    /** The source is not a file. */
    record InMemory() implements Location {}

    /** A file, without symbolic links. */
    record OnDisk(Path file) implements Location {}
  }

  /** Creates a source in memory. Its path is also its name in messages. */
  public static Source of(String path, String content) {
    return new Source(new SourceText(path, content), path, new Location.InMemory());
  }
}
