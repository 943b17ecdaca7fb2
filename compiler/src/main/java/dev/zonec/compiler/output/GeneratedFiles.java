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
 * The generated policies in a folder and in the folders directly below it, except hidden ones.
 *
 * @param owners the owner of each file, by its path relative to the folder
 */
record GeneratedFiles(SortedMap<String, Owner> owners) {
  /** The number of bytes that are read of a file, more than any header has. */
  private static final int PEEK = 16_384;

  /** Copies the map. */
  GeneratedFiles {
    owners = Collections.unmodifiableSortedMap(new TreeMap<>(owners));
  }

  /** Finds the files in {@code dir}, which does not have to exist. */
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
    found.remove(KustomizationUpdate.NAME);
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

  /** Returns the owner of a generated file. Links and unreadable files count as not generated. */
  private static Optional<Owner> ownerOf(Path file) {
    return top(file).flatMap(GeneratedHeader::atTopOf);
  }

  /** Returns the beginning of a regular file; empty if it is not one or cannot be read. */
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
