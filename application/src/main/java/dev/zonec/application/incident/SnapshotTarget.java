package dev.zonec.application.incident;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.response.command.SnapshotCommands;
import dev.zonec.response.report.SnapshotText;
import dev.zonec.response.snapshot.SnapshotPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where planned snapshots are written. */
public sealed interface SnapshotTarget {
  /** The name of the file with the snapshots in a folder. */
  String SNAPSHOTS = "snapshots.yaml";

  /** The name of the file with the claims that restore them, in a folder. */
  String RESTORING = "restore.yaml";

  /** The caller shows them, and the commands name a file. */
  record Shown() implements SnapshotTarget {}

  /** A file gets all objects, with the commands as comments. */
  record File(Path file) implements SnapshotTarget {}

  /** A folder gets a file with the snapshots and a file with the claims that restore them. */
  record Folder(Path folder) implements SnapshotTarget {}

  /** Returns a path of the user as a target: a YAML file, or a folder. */
  static SnapshotTarget of(Path output) {
    String name = output.toString();
    boolean file = !Files.isDirectory(output) && (name.endsWith(".yaml") || name.endsWith(".yml"));
    return file ? new File(output) : new Folder(output);
  }

  /** Returns the commands about the objects of {@code plan} at this target. */
  default SnapshotCommands commands(SnapshotPlan plan) {
    return switch (this) {
      case Shown shown -> new SnapshotCommands(plan, SNAPSHOTS, SNAPSHOTS);
      case File(Path file) -> new SnapshotCommands(plan, file.toString(), file.toString());
      case Folder(Path folder) ->
          new SnapshotCommands(
              plan, folder.resolve(SNAPSHOTS).toString(), folder.resolve(RESTORING).toString());
    };
  }

  /**
   * Writes the objects of {@code plan}, if there are any.
   *
   * @param overwrite whether files that are there already are replaced
   * @return the problems; empty if all files are written
   */
  default List<Diagnostic> write(SnapshotPlan plan, boolean overwrite) {
    if (plan.snapshots().isEmpty()) {
      return List.of();
    }
    SnapshotText text = new SnapshotText(plan);
    Map<Path, String> files = new LinkedHashMap<>();
    switch (this) {
      case Shown shown -> {}
      case File(Path file) -> files.put(file, text.whole(commands(plan)));
      case Folder(Path folder) -> {
        files.put(folder.resolve(SNAPSHOTS), text.snapshots());
        if (!text.restoring().isEmpty()) {
          files.put(folder.resolve(RESTORING), text.restoring());
        }
      }
    }
    return SnapshotFiles.write(files, overwrite);
  }
}
