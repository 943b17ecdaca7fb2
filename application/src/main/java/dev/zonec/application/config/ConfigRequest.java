package dev.zonec.application.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A request for the settings of a configuration file.
 *
 * @param origin the location of the file
 * @param environment the name of the environment whose settings are wanted; empty for the settings
 *     outside of all environments
 * @param runCommands whether the user lets the file's commands run
 */
public record ConfigRequest(Origin origin, Optional<String> environment, boolean runCommands) {
  /** The location of a configuration file. */
  public sealed interface Origin {
    /**
     * The nearest folder with a configuration file, from {@code folder} upward to the root of its
     * repository.
     */
    record Above(Path folder) implements Origin {}

    /** The file that the user names. */
    record Named(Path file) implements Origin {}

    /** There is no file. */
    record None() implements Origin {}
  }
}
