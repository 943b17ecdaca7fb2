package dev.zonec.application.editing.program;

import dev.zonec.application.config.ConfigPath;
import dev.zonec.application.config.ConfigRequest;
import dev.zonec.application.config.Configuration;
import dev.zonec.application.config.Settings;
import dev.zonec.application.input.ManifestRequest;
import dev.zonec.application.input.ProgramRequest;
import dev.zonec.compiler.expiry.ExpiredFlows;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.inputs.ReadPaths;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.WorldReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The program that a source belongs to, and what it is verified with.
 *
 * @param settings the settings of the configuration file for the source
 * @param program the program
 * @param manifests the manifests of the configuration file, with the compiled policies
 */
public record ProgramInputs(Settings settings, ProgramRequest program, ManifestRequest manifests) {
  /**
   * Finds the program of {@code file}: the program of the configuration file in its folder or the
   * nearest one above, if that has the file as a source, and otherwise the sources of its folder
   * that name the same module or none.
   *
   * @param file an absolute path without symbolic links; the file need not exist
   * @param environment the environment of the configuration file
   */
  public static ProgramInputs of(
      Path file, EditedTexts texts, Optional<String> environment, LocalDate day) {
    Path folder = Optional.ofNullable(file.getParent()).orElse(file);
    // A file that appears there changes the program.
    for (Path each = folder; each != null; each = each.getParent()) {
      Configuration.NAMES.stream().map(each::resolve).forEach(ReadPaths::file);
    }
    Settings settings =
        Configuration.read(
            new ConfigRequest(new ConfigRequest.Origin.Above(folder), environment, false));
    boolean configured = settings.program().stream().anyMatch(path -> holds(path, file));
    List<InputPath> paths =
        configured
            ? settings.program().stream().map(ProgramInputs::input).toList()
            : FolderProgram.around(file, texts);
    return new ProgramInputs(
        settings,
        new ProgramRequest(
            paths,
            settings.params(),
            new TreeMap<>(),
            List.of(),
            // A file that is open may be read, wherever it is; so may what it imports.
            !configured || settings.allowOutside(),
            day,
            ExpiredFlows.ERROR,
            configured ? settings.programProblems() : settings.problems(),
            texts),
        manifests(settings));
  }

  private static boolean holds(ConfigPath path, Path file) {
    try {
      Path real = Files.exists(path.path()) ? path.path().toRealPath() : path.path();
      return file.equals(real) || (Files.isDirectory(real) && file.startsWith(real));
    } catch (IOException e) {
      return false;
    }
  }

  private static InputPath input(ConfigPath path) {
    return new InputPath(path.name(), path.path().toString());
  }

  private static ManifestRequest manifests(Settings settings) {
    return new ManifestRequest(
        InputPath.of(settings.deployedPaths()),
        List.of(),
        InputStream.nullInputStream(),
        Optional.empty(),
        Optional.empty(),
        settings.ignored(),
        false,
        settings.defaultNamespace().orElse(WorldReader.DEFAULT_NAMESPACE),
        settings.missingManifests().stream().filter(Diagnostic::isError).toList());
  }

  /** Returns the permissive reading, with the settled points of the configuration file. */
  public Reading may() {
    return new Reading(true, settings.assumed());
  }

  /** Returns the time limit of the configuration file, or that of commands. */
  public Duration timeLimit() {
    return Duration.ofSeconds(settings.timeout().orElse(Settings.DEFAULT_TIMEOUT));
  }

  /** Returns what is equal for two sources of one program. */
  public List<InputPath> key() {
    return program.paths();
  }
}
