package dev.zonec.compiler.output;

import dev.zonec.compiler.emit.GeneratedHeader;
import dev.zonec.compiler.emit.Owner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The generated policies in a directory and in the folders right below it, hidden ones left out.
 *
 * @param owners whose each of them is, by its path below the directory
 */
record GeneratedFiles(SortedMap<String, Owner> owners) {
  /** More of a file than any header is long. */
  private static final int PEEK = 16_384;

  /** Copies the map. */
  GeneratedFiles {
    owners = Collections.unmodifiableSortedMap(new TreeMap<>(owners));
  }

  /** Those that are in {@code dir}, which need not be there. */
  static GeneratedFiles in(Path dir) throws IOException {
    SortedMap<String, Owner> found = new TreeMap<>();
    if (Files.isDirectory(dir)) {
      collect(dir, dir, found);
      try (DirectoryStream<Path> children = Files.newDirectoryStream(dir)) {
        for (Path child : children) {
          boolean hidden = dir.relativize(child).toString().startsWith(".");
          if (!hidden && Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
            collect(dir, child, found);
          }
        }
      }
    }
    found.remove(Kustomization.NAME);
    return new GeneratedFiles(found);
  }

  private static void collect(Path dir, Path folder, SortedMap<String, Owner> found)
      throws IOException {
    if (!Files.isReadable(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.yaml")) {
      for (Path file : files) {
        String path = dir.relativize(file).toString().replace('\\', '/');
        ownerOf(file).ifPresent(owner -> found.put(path, owner));
      }
    }
  }

  /** A link is never generated, whatever it leads to, and what cannot be read is somebody's. */
  private static Optional<Owner> ownerOf(Path file) {
    return top(file).flatMap(GeneratedHeader::atTopOf);
  }

  /** How a regular file begins; none if it is none, or cannot be read. */
  static Optional<String> top(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (var in = Files.newInputStream(file)) {
      return Optional.of(new String(in.readNBytes(PEEK), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
