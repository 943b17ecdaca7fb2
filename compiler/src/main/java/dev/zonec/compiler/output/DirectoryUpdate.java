package dev.zonec.compiler.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Updates a folder atomically: either all changes are made, or none.
 *
 * <p>It first writes all new files to a temporary folder inside the folder. Then it only moves
 * files, and records how to undo each move until the last one is done.
 */
final class DirectoryUpdate {
  private final Path dir;
  private final FileMoves moves;
  private final Deque<Undo> undos = new ArrayDeque<>();
  private boolean undone = true;

  private DirectoryUpdate(Path dir, FileMoves moves) {
    this.dir = dir;
    this.moves = moves;
  }

  /** Undoes one step. */
  private interface Undo {
    void run() throws IOException;
  }

  /** Applies the changes; after an exception, the folder is unchanged. */
  static void apply(Path dir, Differences differences, FileMoves moves) throws IOException {
    if (!differences.changed().isEmpty() || !differences.stale().isEmpty()) {
      new DirectoryUpdate(dir, moves).apply(differences);
    }
  }

  private void apply(Differences differences) throws IOException {
    try {
      createFolder(dir);
      Path stage = Files.createTempDirectory(dir, ".zonec-");
      undos.push(() -> deleteUnlessNeeded(stage));
      Path fresh = Files.createDirectory(stage.resolve("new"));
      Path old = Files.createDirectory(stage.resolve("old"));
      List<String> changed = new ArrayList<>();
      for (Map.Entry<String, String> file : differences.changed().entrySet()) {
        byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
        Files.write(fresh.resolve(Integer.toString(changed.size())), bytes);
        changed.add(file.getKey());
      }
      int away = 0;
      for (String path : differences.stale()) {
        putAway(dir.resolve(path), old.resolve(Integer.toString(away++)));
      }
      for (int i = 0; i < changed.size(); i++) {
        Path target = dir.resolve(changed.get(i));
        createFolder(target.getParent());
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
          putAway(target, old.resolve(Integer.toString(away++)));
        }
        Path source = fresh.resolve(Integer.toString(i));
        moves.move(source, target);
        undos.push(() -> Files.move(target, source));
      }
      for (String path : differences.stale()) {
        removeFolderIfEmpty(dir.resolve(path).getParent());
      }
      undos.clear();
      deleteQuietly(stage);
    } catch (IOException e) {
      undo(e);
      throw e;
    }
  }

  private void putAway(Path file, Path to) throws IOException {
    moves.move(file, to);
    undos.push(() -> Files.move(to, file));
  }

  private void createFolder(@Nullable Path folder) throws IOException {
    if (folder == null || Files.isDirectory(folder)) {
      return;
    }
    createFolder(folder.toAbsolutePath().getParent());
    Files.createDirectory(folder);
    undos.push(() -> Files.deleteIfExists(folder));
  }

  private void removeFolderIfEmpty(@Nullable Path folder) throws IOException {
    if (folder == null || folder.equals(dir) || !Files.isDirectory(folder)) {
      return;
    }
    try {
      Files.delete(folder);
      undos.push(() -> Files.createDirectory(folder));
    } catch (DirectoryNotEmptyException e) {
      // It contains files that were not generated, or new ones.
    }
  }

  private void undo(IOException cause) {
    while (!undos.isEmpty()) {
      try {
        undos.pop().run();
      } catch (IOException e) {
        undone = false;
        cause.addSuppressed(e);
      }
    }
  }

  /** Keeps the temporary folder if a file could not be moved back, so that the file is not lost. */
  private void deleteUnlessNeeded(Path stage) throws IOException {
    if (undone) {
      deleteTree(stage);
    }
  }

  /**
   * Deletes the temporary folder after the update. A failure does no harm, because the folder is
   * hidden.
   */
  private static void deleteQuietly(Path stage) {
    try {
      deleteTree(stage);
    } catch (IOException e) {
      stage.toFile().deleteOnExit();
    }
  }

  private static void deleteTree(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
