package dev.zonec.application.init;

import dev.zonec.application.draft.DraftFile;
import dev.zonec.application.init.InitOutcome.PlannedFile;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The planned files that were written.
 *
 * @param files the files
 * @param failed the problem of the next file; empty if every file was written
 */
public record WrittenFiles(List<PlannedFile> files, Optional<Diagnostic> failed) {
  /** Copies the list. */
  public WrittenFiles {
    files = List.copyOf(files);
  }

  static WrittenFiles of(List<PlannedFile> planned) {
    List<PlannedFile> written = new ArrayList<>();
    for (PlannedFile file : planned) {
      Optional<Diagnostic> failed = write(file);
      if (failed.isPresent()) {
        return new WrittenFiles(written, failed);
      }
      written.add(file);
    }
    return new WrittenFiles(written, Optional.empty());
  }

  private static Optional<Diagnostic> write(PlannedFile file) {
    try {
      Path parent = file.path().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
    } catch (IOException e) {
      return Optional.of(
          Diagnostic.errorIn(Code.ZC0410, file.name(), "its folder cannot be created")
              .note(e.getClass().getSimpleName() + ": " + e.getMessage()));
    }
    return DraftFile.write(file.path(), file.text());
  }
}
