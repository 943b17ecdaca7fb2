package dev.zonec.application.incident;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of a block.
 *
 * @param folder their folder, which is created
 * @param texts the text of each file, by its name; an empty text if the block has no such file
 */
public record BlockFiles(Path folder, Map<String, String> texts) {
  /**
   * Writes the files.
   *
   * @param force whether files that exist are overwritten, and removed if the block has none
   * @return the problems; empty if the files are written
   */
  public List<Diagnostic> write(boolean force) {
    Map<Path, String> files = new LinkedHashMap<>();
    texts.forEach((name, text) -> files.put(folder.resolve(name), text));
    return ChangeFiles.write(
        files,
        file -> force ? List.of() : List.of(existing(file)),
        file -> ChangeFiles.failed(folder));
  }

  private static Diagnostic existing(Path file) {
    return Diagnostic.errorIn(Code.ZC1413, file.toString(), "the file already exists")
        .help("pass `--force` to overwrite it, or name another folder");
  }
}
