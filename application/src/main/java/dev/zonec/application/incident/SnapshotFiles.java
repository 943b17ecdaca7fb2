package dev.zonec.application.incident;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes the files of planned snapshots. */
final class SnapshotFiles {
  private SnapshotFiles() {}

  /**
   * Writes {@code texts}, each as a whole or not at all.
   *
   * @param overwrite whether files that are there already are replaced
   * @return the problems; if there is one about an existing file, nothing was written
   */
  static List<Diagnostic> write(Map<Path, String> texts, boolean overwrite) {
    return ChangeFiles.write(
        texts,
        file -> overwrite ? List.of() : List.of(existing(file)),
        file -> Diagnostic.errorIn(Code.ZC0410, file.toString(), "the file cannot be written"));
  }

  private static Diagnostic existing(Path file) {
    return Diagnostic.errorIn(Code.ZC1422, file.toString(), "the file exists already")
        .help("choose another place, or overwrite it with --force");
  }
}
