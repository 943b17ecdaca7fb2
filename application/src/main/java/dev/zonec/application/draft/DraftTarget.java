package dev.zonec.application.draft;

import dev.zonec.diagnostics.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a draft is written.
 *
 * @param name the name of the draft in messages
 * @param file the file; empty if the caller shows the draft
 * @param force whether the file is replaced if it exists
 */
public record DraftTarget(String name, Optional<Path> file, boolean force) {
  /** Returns the file as a target; no file stands for a draft that the caller shows. */
  public static DraftTarget of(Optional<Path> file, boolean force) {
    return new DraftTarget(file.map(Path::toString).orElse("(draft)"), file, force);
  }

  /** Returns the reason why the draft may not be written to the file; none if it may. */
  public List<Diagnostic> conflicts() {
    return file.flatMap(path -> DraftFile.conflict(path, force)).stream().toList();
  }

  /** Writes the draft to the file, if there is one. Returns the problem if this fails. */
  public List<Diagnostic> write(String text) {
    return file.flatMap(path -> DraftFile.write(path, text)).stream().toList();
  }
}
