package dev.zonec.compiler.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which files imports may read. */
public sealed interface ImportScope {
  /** Whatever can be read. */
  record Anywhere() implements ImportScope {}

  /**
   * What lies below {@code root}, a folder without symbolic links.
   *
   * @param root the folder
   * @param shown how messages call it
   */
  record Below(Path root, String shown) implements ImportScope {}

  /** Whether {@code file}, absolute and without symbolic links, may be read. */
  default boolean holds(Path file) {
    return switch (this) {
      case Anywhere() -> true;
      case Below(Path root, String shown) -> file.startsWith(root);
    };
  }

  /**
   * The program's root for {@code paths}: the deepest folder that all of them stand in. Of a single
   * file or folder that is the folder around it. Symbolic links are followed first; paths that lead
   * to nothing do not count.
   */
  static ImportScope around(List<String> paths) {
    Optional<Path> root = Optional.empty();
    for (String given : paths) {
      Optional<Path> folder = folderAround(given);
      root = root.isEmpty() ? folder : folder.isEmpty() ? root : common(root.get(), folder.get());
    }
    Path found = root.orElseGet(() -> Path.of("").toAbsolutePath());
    return new Below(found, shown(found));
  }

  private static Optional<Path> folderAround(String given) {
    try {
      Path path = Path.of(given);
      if (!Files.exists(path)) {
        return Optional.empty();
      }
      Path real = path.toRealPath();
      Path parent = real.getParent();
      return Optional.of(parent == null ? real : parent);
    } catch (InvalidPathException | IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> common(Path a, Path b) {
    Path folder = a;
    while (!b.startsWith(folder)) {
      Path parent = folder.getParent();
      if (parent == null) {
        // Two drives share no folder; then only the first may be read.
        return Optional.of(a);
      }
      folder = parent;
    }
    return Optional.of(folder);
  }

  private static String shown(Path root) {
    Path here = Path.of("").toAbsolutePath();
    if (!root.startsWith(here)) {
      return root.toString();
    }
    String below = here.relativize(root).toString().replace('\\', '/');
    return below.isEmpty() ? "." : below;
  }
}
