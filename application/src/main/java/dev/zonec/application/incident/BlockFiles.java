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

/**
 * The files of a block.
 *
 * @param folder their folder, which is created
 * @param texts the text of each file, by its name
 */
public record BlockFiles(Path folder, Map<String, String> texts) {
  /**
   * Writes the files.
   *
   * @param force whether files that exist are overwritten
   * @return the problems; empty if the files are written
   */
  public List<Diagnostic> write(boolean force) {
    List<Diagnostic> conflicts = new ArrayList<>();
    for (String name : texts.keySet()) {
      Path path = folder.resolve(name);
      if (Files.exists(path) && !force) {
        conflicts.add(
            Diagnostic.errorIn(Code.ZC1413, path.toString(), "the file already exists")
                .help("pass `--force` to overwrite it, or name another folder"));
      }
    }
    if (!conflicts.isEmpty()) {
      return conflicts;
    }
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, String> each : texts.entrySet()) {
        WholeFile.write(folder.resolve(each.getKey()), each.getValue());
      }
      return List.of();
    } catch (IOException e) {
      return List.of(
          Diagnostic.errorIn(Code.ZC0410, folder.toString(), "the files cannot be written")
              .note(e.getClass().getSimpleName() + ": " + e.getMessage()));
    }
  }
}
