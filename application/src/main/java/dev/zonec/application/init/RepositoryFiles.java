package dev.zonec.application.init;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The files of a repository that matter: sources, and YAML or JSON files.
 *
 * @param root the folder, absolute
 * @param files the files, absolute and sorted
 */
record RepositoryFiles(Path root, List<Path> files) {
  /** Folders with results of builds and with code of others. */
  private static final Set<String> SKIPPED =
      Set.of("node_modules", "target", "vendor", "build", "dist", "testdata");

  private static final int DEEPEST = 12;

  static RepositoryFiles of(Path folder) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        Set.of(),
        DEEPEST,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            String name = dir.getFileName() == null ? "" : dir.getFileName().toString();
            boolean skipped = name.startsWith(".") || SKIPPED.contains(name);
            return skipped && !dir.equals(root)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && matters(file.toString())) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
    return new RepositoryFiles(root, files.stream().sorted().toList());
  }

  private static boolean matters(String name) {
    return name.endsWith(".zone")
        || name.endsWith(".yaml")
        || name.endsWith(".yml")
        || name.endsWith(".json");
  }

  /** Returns {@code path} relative to the root; {@code .} for the root. */
  String relative(Path path) {
    String name = root.relativize(path).toString().replace('\\', '/');
    return name.isEmpty() ? "." : name;
  }

  static Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
