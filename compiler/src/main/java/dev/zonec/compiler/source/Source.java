package dev.zonec.compiler.source;

import dev.zonec.diagnostics.SourceText;

/**
 * One source of a program.
 *
 * @param text its text, named as the user gave the path
 * @param path its path below the folder that the user gave, parts separated by {@code /}; of a file
 *     that the user gave, its name. It does not depend on the working directory.
 */
public record Source(SourceText text, String path) {
  /** A source whose name in messages is its path. */
  public static Source of(String path, String content) {
    return new Source(new SourceText(path, content), path);
  }
}
