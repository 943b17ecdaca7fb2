package dev.zonec.application.incident;

import dev.zonec.application.report.WholeFile;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the files of planned snapshots. */
public final class SnapshotFiles {
  private SnapshotFiles() {}

  /**
   * Writes {@code texts}, each as a whole or not at all.
   *
   * @param overwrite whether files that are there already are replaced
   * @return the problems; if there is one about an existing file, nothing was written
   */
  public static List<Diagnostic> write(Map<Path, String> texts, boolean overwrite) {
    List<Diagnostic> problems = new ArrayList<>();
    for (Path file : texts.keySet()) {
      if (!overwrite && Files.exists(file)) {
        problems.add(
            Diagnostic.errorIn(Code.ZC1422, file.toString(), "the file exists already")
                .help("choose another place, or overwrite it with --force"));
      }
    }
    if (!problems.isEmpty()) {
      return problems;
    }
    for (Map.Entry<Path, String> each : texts.entrySet()) {
      try {
        Files.createDirectories(each.getKey().toAbsolutePath().getParent());
        WholeFile.write(each.getKey(), each.getValue());
      } catch (IOException e) {
        problems.add(
            Diagnostic.errorIn(Code.ZC0410, each.getKey().toString(), "the file cannot be written")
                .note(e.getClass().getSimpleName() + ": " + e.getMessage()));
        return problems;
      }
    }
    return problems;
  }
}
