package dev.zonec.application.config;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.inputs.ReadPaths;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds and reads a configuration file. */
final class ConfigFile {
  /** The folder of a repository's own data, which marks the root of the repository. */
  private static final String REPOSITORY = ".git";

  private ConfigFile() {}

  /** The outcome of looking for a file. */
  sealed interface Search {
    /** There is no file. */
    record Nothing() implements Search {}

    /** The file exists. */
    record Found(Path file) implements Search {}

    /** A folder contains the file under both names. */
    record Twice(Path one, Path other) implements Search {}
  }

  /** Looks for the file that {@code origin} describes. */
  static Search find(ConfigRequest.Origin origin) {
    return switch (origin) {
      case ConfigRequest.Origin.None() -> new Search.Nothing();
      case ConfigRequest.Origin.Named(Path file) -> new Search.Found(file.toAbsolutePath());
      case ConfigRequest.Origin.Above(Path folder) -> above(folder.toAbsolutePath().normalize());
    };
  }

  private static Search above(Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      List<Path> found =
          Configuration.NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).toList();
      if (found.size() > 1) {
        return new Search.Twice(found.get(0), found.get(1));
      }
      if (!found.isEmpty()) {
        return new Search.Found(found.getFirst());
      }
      if (Files.exists(folder.resolve(REPOSITORY))) {
        break;
      }
    }
    return new Search.Nothing();
  }

  /**
   * Reads the file.
   *
   * @param name the name in messages
   * @param problems receives the reason if the file cannot be read
   */
  static Optional<SourceText> read(Path file, String name, List<Diagnostic> problems) {
    ReadPaths.file(file);
    try {
      return Optional.of(SourceText.decoded(name, Files.readAllBytes(file)));
    } catch (CharacterCodingException e) {
      problems.add(Diagnostic.errorIn(Code.ZC0801, name, "the file is not UTF-8 text"));
    } catch (IOException e) {
      problems.add(
          Files.exists(file)
              ? Diagnostic.errorIn(Code.ZC0801, name, "the file cannot be read")
              : Diagnostic.errorIn(Code.ZC0801, name, "there is no such file")
                  .help("`zonec init` writes a configuration file"));
    }
    return Optional.empty();
  }
}
