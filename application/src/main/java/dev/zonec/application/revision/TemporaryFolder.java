package dev.zonec.application.revision;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

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
    if (!Files.exists(folder)) {
      return;
    }
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException failure)
                throws IOException {
              Files.delete(dir);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // The system deletes what is left of its temporary folders.
      return;
    }
  }
}
