package dev.zonec.compiler.output;

import dev.zonec.compiler.emit.GeneratedHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a directory differs from what it should hold. Paths are below the directory.
 *
 * @param changed what has to be written, missing files included
 * @param missing which of those are not there at all
 * @param stale generated files that should not be there
 * @param inTheWay what stands where a file should and was not generated, and why it counts as that
 */
record Differences(
    SortedMap<String, String> changed,
    SortedSet<String> missing,
    SortedSet<String> stale,
    SortedMap<String, String> inTheWay) {
  /** More of a file than any header is long. */
  private static final int PEEK = 256;

  /** Copies the collections. */
  Differences {
    changed = Collections.unmodifiableSortedMap(new TreeMap<>(changed));
    missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
    stale = Collections.unmodifiableSortedSet(new TreeSet<>(stale));
    inTheWay = Collections.unmodifiableSortedMap(new TreeMap<>(inTheWay));
  }

  /** Compares {@code dir} with {@code wanted}, without changing anything. */
  static Differences of(Path dir, Map<String, String> wanted) throws IOException {
    SortedMap<String, String> changed = new TreeMap<>();
    SortedSet<String> missing = new TreeSet<>();
    SortedMap<String, String> inTheWay = new TreeMap<>();
    if (exists(dir) && !Files.isDirectory(dir)) {
      inTheWay.put("", "is not a directory");
      return new Differences(changed, missing, new TreeSet<>(), inTheWay);
    }
    for (Map.Entry<String, String> file : wanted.entrySet()) {
      Path target = dir.resolve(file.getKey());
      int slash = file.getKey().indexOf('/');
      String folder = slash < 0 ? "" : file.getKey().substring(0, slash);
      if (slash >= 0 && isNoFolder(dir.resolve(folder))) {
        inTheWay.put(folder, "is not a directory");
      } else if (!exists(target)) {
        missing.add(file.getKey());
        changed.put(file.getKey(), file.getValue());
      } else if (!isGenerated(target)) {
        inTheWay.put(file.getKey(), "was not generated");
      } else if (!holds(target, file.getValue())) {
        changed.put(file.getKey(), file.getValue());
      }
    }
    return new Differences(changed, missing, stale(dir, wanted), inTheWay);
  }

  private static SortedSet<String> stale(Path dir, Map<String, String> wanted) throws IOException {
    SortedSet<String> stale = new TreeSet<>();
    if (!Files.isDirectory(dir)) {
      return stale;
    }
    collectStale(dir, dir, wanted, stale);
    try (DirectoryStream<Path> children = Files.newDirectoryStream(dir)) {
      for (Path child : children) {
        boolean hidden = dir.relativize(child).toString().startsWith(".");
        if (!hidden && Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
          collectStale(dir, child, wanted, stale);
        }
      }
    }
    return stale;
  }

  private static void collectStale(
      Path dir, Path folder, Map<String, String> wanted, SortedSet<String> stale)
      throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.yaml")) {
      for (Path file : files) {
        String path = dir.relativize(file).toString().replace('\\', '/');
        if (!wanted.containsKey(path) && isGenerated(file)) {
          stale.add(path);
        }
      }
    }
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean isNoFolder(Path path) {
    return exists(path) && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** A link is never generated, whatever it leads to. */
  private static boolean isGenerated(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (var in = Files.newInputStream(file)) {
      return GeneratedHeader.isAtTopOf(new String(in.readNBytes(PEEK), StandardCharsets.UTF_8));
    }
  }

  private static boolean holds(Path file, String text) throws IOException {
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    return Files.size(file) == wanted.length && Arrays.equals(Files.readAllBytes(file), wanted);
  }
}
