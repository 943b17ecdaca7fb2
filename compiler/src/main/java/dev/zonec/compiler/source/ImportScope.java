package dev.zonec.compiler.source;

import dev.zonec.diagnostics.InputPath;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files that imports can read. */
public sealed interface ImportScope {
  /** Every file. */
  record Anywhere() implements ImportScope {}

  /**
   * The files below {@code root}.
   *
   * @param root a folder, without symbolic links
   * @param shown the folder in messages
   */
  record Below(Path root, String shown) implements ImportScope {}

  /** Whether {@code file}, an absolute path without symbolic links, can be read. */
  default boolean holds(Path file) {
    return switch (this) {
      case Anywhere() -> true;
      case Below(Path root, String shown) -> file.startsWith(root);
    };
  }

  /**
   * Returns the scope below the program's root: the deepest folder that contains all {@code paths}.
   * For a single file or folder, it is the parent folder. Symbolic links are resolved first, and
   * paths that do not exist are ignored.
   */
  static ImportScope around(List<InputPath> paths) {
    return around(paths, SourceTexts.SAVED);
  }

  /** Does the same with the files of {@code texts}. */
  static ImportScope around(List<InputPath> paths, SourceTexts texts) {
    Optional<Path> root = Optional.empty();
    for (InputPath given : paths) {
      Optional<Path> folder = folderAround(given.location(), texts);
      root = root.isEmpty() ? folder : folder.isEmpty() ? root : common(root.get(), folder.get());
    }
    Path found = root.orElseGet(() -> Path.of("").toAbsolutePath());
    return new Below(found, shown(found));
  }

  private static Optional<Path> folderAround(String given, SourceTexts texts) {
    try {
      Path path = Path.of(given);
      if (!texts.exists(path)) {
        return Optional.empty();
      }
      Path real = texts.real(path);
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
        // Folders on different drives have no common parent; only the first one can then be read.
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
