package dev.zonec.application.question;

import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.inputs.ReadPaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the files with expectations: those that are named, or else those beside the program. */
final class ExpectationFiles {
  /** The extension of the files. */
  static final String EXTENSION = ProgramSources.EXPECTATIONS;

  private ExpectationFiles() {}

  /** Returns the files in {@code paths}: files, and folders that contain some at any depth. */
  static List<String> in(List<String> paths) {
    Set<String> files = new TreeSet<>();
    for (String path : paths) {
      Path given = Path.of(path);
      if (Files.isDirectory(given)) {
        files.addAll(below(given));
      } else if (path.endsWith(EXTENSION)) {
        files.add(path);
      } else {
        Path folder = given.getParent();
        beside(folder == null ? Path.of("") : folder).forEach(files::add);
      }
    }
    return List.copyOf(files);
  }

  private static List<String> below(Path folder) {
    ReadPaths.folder(folder, file -> file.toString().endsWith(EXTENSION));
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.toString().replace('\\', '/'))
          .filter(name -> name.endsWith(EXTENSION))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static List<String> beside(Path folder) {
    try (Stream<Path> files = Files.list(folder.toString().isEmpty() ? Path.of(".") : folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.resolve(file.getFileName()).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(EXTENSION))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  /**
   * Reads the files.
   *
   * @param problems receives the files that cannot be read
   */
  static List<Source> read(List<String> files, List<Diagnostic> problems) {
    List<Source> sources = new ArrayList<>();
    files.forEach(file -> ProgramSources.file(file, problems).ifPresent(sources::add));
    return sources;
  }
}
