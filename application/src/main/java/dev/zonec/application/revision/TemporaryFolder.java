package dev.zonec.application.revision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.util.FileUtils;

/**
 * A folder that is deleted when it is closed, or when the process ends.
 *
 * @param path the folder, without symbolic links
 * @param atExit deletes the folder when the process ends
 */
record TemporaryFolder(Path path, Thread atExit) implements AutoCloseable {
  /** Creates a folder that only the user can read. */
  static TemporaryFolder create() throws IOException {
    Path path = Files.createTempDirectory("zonec-revision").toRealPath();
    Thread atExit = new Thread(() -> delete(path));
    Runtime.getRuntime().addShutdownHook(atExit);
    return new TemporaryFolder(path, atExit);
  }

  @Override
  public void close() {
    delete(path);
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook finds nothing to delete.
      return;
    }
  }

  private static void delete(Path folder) {
    try {
      // Links are deleted and not followed.
      FileUtils.delete(
          folder.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING | FileUtils.IGNORE_ERRORS);
    } catch (IOException e) {
      // The system deletes what is left of its temporary folders.
      return;
    }
  }
}
