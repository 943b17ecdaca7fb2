package dev.zonec.diagnostics.inputs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Lists the files of a folder whose formats are found by their content. */
public final class FolderFiles {
  private FolderFiles() {}

  /**
   * Returns the files in {@code folder} and in the folders below it, sorted, and records that the
   * folder was read. Hidden files, hidden folders and linked folders are left out.
   *
   * @throws IOException if a folder cannot be listed
   */
  public static List<Path> visible(Path folder) throws IOException {
    ReadPaths.folder(folder, file -> true);
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(
              file -> Files.isRegularFile(file) && !HiddenPaths.isHidden(folder.relativize(file)))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
