package dev.zonec.diagnostics;

import java.util.List;

/**
 * A file or folder that a run reads.
 *
 * @param name its name in messages, usually as the user gave it; files in a folder have names that
 *     begin with it
 * @param location the path to read; it need not be a valid path
 */
public record InputPath(String name, String location) {
  /** Returns the path that is named as the user gave it. */
  public static InputPath of(String given) {
    return new InputPath(given, given);
  }

  /** Returns the paths that are named as the user gave them. */
  public static List<InputPath> of(List<String> given) {
    return given.stream().map(InputPath::of).toList();
  }

  /** Whether the input is standard input, which commands name {@code -}. */
  public boolean isStandardInput() {
    return location.equals("-");
  }

  /** Returns the names of {@code paths}. */
  public static List<String> names(List<InputPath> paths) {
    return paths.stream().map(InputPath::name).toList();
  }
}
