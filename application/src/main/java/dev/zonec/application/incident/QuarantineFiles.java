package dev.zonec.application.incident;

import dev.zonec.application.draft.DraftFile;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.response.quarantine.Quarantine;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The files of a quarantine.
 *
 * @param folder their folder, which is created
 */
public record QuarantineFiles(Path folder) {
  /** The name of the file with the policies. */
  public static final String POLICIES = "policies.yaml";

  private static final String PROGRAM = "quarantine.zone";

  /** Returns the file with the policies. */
  public Path policies() {
    return folder.resolve(POLICIES);
  }

  private Path program() {
    return folder.resolve(PROGRAM);
  }

  /** Returns why the files may not be written; {@code force} permits to overwrite them. */
  public List<Diagnostic> conflicts(boolean force) {
    return Stream.of(policies(), program())
        .flatMap(file -> DraftFile.conflict(file, force).stream())
        .toList();
  }

  /** Writes the policies and the program of a proof. Returns the problems. */
  public List<Diagnostic> write(Quarantine.Attempt attempt) {
    Map<Path, String> texts = new LinkedHashMap<>();
    texts.put(policies(), attempt.change().text());
    texts.put(program(), attempt.program());
    return ChangeFiles.write(texts, file -> List.of(), file -> ChangeFiles.failed(folder));
  }
}
