package dev.zonec.diagnostics.inputs;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lists the files and folders below a folder, as far as they can be read. */
final class FolderState {
  private FolderState() {}

  /** Returns the wanted files; none if there is no folder. */
  static Set<Path> files(Path folder, Predicate<Path> wanted) {
    Set<Path> files = new HashSet<>();
    walk(folder, files, new HashSet<>());
    files.removeIf(file -> !wanted.test(file));
    return files;
  }

  /** Returns the folder and all folders below it. */
  static Set<Path> folders(Path folder) {
    Set<Path> folders = new LinkedHashSet<>();
    walk(folder, new HashSet<>(), folders);
    return folders;
  }

  /** Returns {@code folder}, or the nearest folder above it that exists. */
  static Path nearest(Path folder) {
    Path nearest = folder;
    while (!Files.isDirectory(nearest)) {
      @Nullable Path above = nearest.getParent();
      if (above == null) {
        return nearest;
      }
      nearest = above;
    }
    return nearest;
  }

  private static void walk(Path root, Set<Path> files, Set<Path> folders) {
    if (!Files.isDirectory(root)) {
      return;
    }
    try {
      Files.walkFileTree(
          root,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              if (!dir.equals(root) && isHidden(dir)) {
                return FileVisitResult.SKIP_SUBTREE;
              }
              folders.add(dir);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (!isHidden(file)) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // The folder vanished meanwhile; what was found is what there is.
      return;
    }
  }

  private static boolean isHidden(Path path) {
    @Nullable Path name = path.getFileName();
    return name != null && name.toString().startsWith(".");
  }
}
