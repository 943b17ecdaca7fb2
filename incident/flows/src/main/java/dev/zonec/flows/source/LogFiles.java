package dev.zonec.flows.source;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.inputs.FolderFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The logs to read, in order.
 *
 * @param logs the files, and standard input
 * @param problems an error for each path that does not exist, and each folder that cannot be listed
 */
public record LogFiles(List<InputPath> logs, List<Diagnostic> problems) {
  /** Copies the lists. */
  public LogFiles {
    logs = List.copyOf(logs);
    problems = List.copyOf(problems);
  }

  /** Returns the files that {@code paths} name: all files of a folder, except hidden ones. */
  public static LogFiles of(List<InputPath> paths) {
    List<InputPath> logs = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (InputPath path : paths) {
      if (path.isStandardInput()) {
        logs.add(path);
        continue;
      }
      Path at = Path.of(path.location());
      if (Files.isDirectory(at)) {
        try {
          for (Path file : FolderFiles.visible(at)) {
            logs.add(new InputPath(path.name() + "/" + at.relativize(file), file.toString()));
          }
        } catch (IOException e) {
          problems.add(Diagnostic.errorIn(Code.ZC1202, path.name(), "the folder cannot be listed"));
        }
      } else if (Files.exists(at)) {
        logs.add(path);
      } else {
        problems.add(
            Diagnostic.errorIn(Code.ZC1201, path.name(), "there is no such file or folder"));
      }
    }
    return new LogFiles(logs, problems);
  }
}
