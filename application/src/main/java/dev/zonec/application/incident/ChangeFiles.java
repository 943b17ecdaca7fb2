package dev.zonec.application.incident;

import dev.zonec.application.report.WholeFile;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes the files of a change together: none of them if one must not be overwritten. */
final class ChangeFiles {
  private ChangeFiles() {}

  /**
   * Writes each file as a whole or not at all, and creates its folder.
   *
   * @param texts the text of each file; without a text, the change has no such file, and that of an
   *     earlier change is removed
   * @param existing the problem of a file that exists; empty if such files are overwritten
   * @param failed the problem of a file that cannot be written
   * @return the problems; empty if all files are written
   */
  static List<Diagnostic> write(
      Map<Path, String> texts,
      Function<Path, List<Diagnostic>> existing,
      Function<Path, Diagnostic> failed) {
    List<Diagnostic> conflicts =
        texts.keySet().stream()
            .filter(Files::exists)
            .flatMap(file -> existing.apply(file).stream())
            .toList();
    if (!conflicts.isEmpty()) {
      return conflicts;
    }
    for (Map.Entry<Path, String> each : texts.entrySet()) {
      Path file = each.getKey();
      try {
        if (each.getValue().isEmpty()) {
          Files.deleteIfExists(file);
        } else {
          Files.createDirectories(file.toAbsolutePath().getParent());
          WholeFile.write(file, each.getValue());
        }
      } catch (IOException e) {
        return List.of(
            failed.apply(file).note(e.getClass().getSimpleName() + ": " + e.getMessage()));
      }
    }
    return List.of();
  }

  /** Returns the error that the files of {@code folder} cannot be written. */
  static Diagnostic failed(Path folder) {
    return Diagnostic.errorIn(Code.ZC0410, folder.toString(), "the files cannot be written");
  }
}
