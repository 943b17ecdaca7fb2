package dev.zonec.application.access;

import dev.zonec.access.least.LeastRoles;
import dev.zonec.access.least.LeastRoles.RoleFile;
import dev.zonec.application.report.WholeFile;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes roles for the people who work with zonec.
 *
 * @param namespace the only namespace in which the roles give rights; empty for the whole cluster
 */
public record WriteRoles(Optional<String> namespace) {
  /** The outcome of writing files. */
  public sealed interface Outcome {
    /** Every file was written. */
    record Written(List<Path> files) implements Outcome {
      /** Copies the files. */
      public Written {
        files = List.copyOf(files);
      }
    }

    /**
     * Files exist already, and none was written; or a file could not be written.
     *
     * @param problems the reasons; at least one
     */
    record Refused(List<Diagnostic> problems) implements Outcome {
      /** Copies the problems. */
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  /** Returns the texts of the files. */
  public List<RoleFile> files() {
    return LeastRoles.files(namespace);
  }

  /**
   * Writes the files to {@code folder}, which is created.
   *
   * @param force whether files that exist are overwritten
   */
  public Outcome write(Path folder, boolean force) {
    List<Diagnostic> conflicts = new ArrayList<>();
    List<Path> written = new ArrayList<>();
    for (RoleFile file : files()) {
      Path path = folder.resolve(file.name());
      if (Files.exists(path) && !force) {
        conflicts.add(
            Diagnostic.errorIn(Code.ZC1104, path.toString(), "the file already exists")
                .help("pass `--force` to overwrite it, or name another folder"));
      }
    }
    if (!conflicts.isEmpty()) {
      return new Outcome.Refused(conflicts);
    }
    try {
      Files.createDirectories(folder);
      for (RoleFile file : files()) {
        Path path = folder.resolve(file.name());
        WholeFile.write(path, file.text());
        written.add(path);
      }
      return new Outcome.Written(written);
    } catch (IOException e) {
      return new Outcome.Refused(
          List.of(
              Diagnostic.errorIn(
                      Code.ZC0410, folder.toString(), "the roles cannot be written to this folder")
                  .note(e.getClass().getSimpleName() + ": " + e.getMessage())));
    }
  }
}
