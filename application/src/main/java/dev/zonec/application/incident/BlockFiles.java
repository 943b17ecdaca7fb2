package dev.zonec.application.incident;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.response.edge.EdgeKind;
import dev.zonec.response.edge.EdgeRules;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of a block.
 *
 * @param folder their folder, which is created
 * @param policies the added policies; empty if there are none
 * @param rewritten the changed policies in full; empty if there are none
 * @param edge the rules for the edge
 */
public record BlockFiles(Path folder, String policies, String rewritten, List<EdgeRules> edge) {
  /** The name of the file with the policies. */
  public static final String POLICIES = "policies.yaml";

  private static final String REWRITTEN = "rewritten.yaml";

  /** Copies the list. */
  public BlockFiles {
    edge = List.copyOf(edge);
  }

  /**
   * Writes the files.
   *
   * @param force whether files that exist are overwritten, and removed if the block has none
   * @return the problems; empty if the files are written
   */
  public List<Diagnostic> write(boolean force) {
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(folder.resolve(POLICIES), policies);
    files.put(folder.resolve(REWRITTEN), rewritten);
    for (EdgeKind kind : EdgeKind.values()) {
      files.put(folder.resolve(kind.file()), "");
    }
    edge.forEach(each -> files.put(folder.resolve(each.file()), each.text()));
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
