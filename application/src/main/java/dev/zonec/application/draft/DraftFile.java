package dev.zonec.application.draft;

import dev.zonec.application.report.WholeFile;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes a draft to a file: the whole text or nothing. An existing file is replaced only if the
 * user forces it.
 */
public final class DraftFile {
  private DraftFile() {}

  /** Returns why the draft may not be written to {@code file}; empty if it may. */
  public static Optional<Diagnostic> conflict(Path file, boolean force) {
    if (Files.isDirectory(file)) {
      return Optional.of(
          Diagnostic.errorIn(Code.ZC0410, file.toString(), "the draft is a file, not a folder"));
    }
    return Files.exists(file) && !force
        ? Optional.of(
            Diagnostic.errorIn(Code.ZC0704, file.toString(), "the file already exists")
                .help("pass `--force` to overwrite it, or name another file"))
        : Optional.empty();
  }

  /** Writes the draft. Returns the problem if this fails. */
  public static Optional<Diagnostic> write(Path file, String text) {
    try {
      WholeFile.write(file, text);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          Diagnostic.errorIn(Code.ZC0410, file.toString(), "the draft cannot be written")
              .note(e.getClass().getSimpleName() + ": " + e.getMessage()));
    }
  }
}
