package dev.zonec.compiler.output;

import dev.zonec.compiler.emit.Owner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The differences between a folder and the policies that it should contain. Paths are relative to
 * the folder.
 *
 * @param changed the files to write, including missing ones
 * @param missing the changed files that do not exist
 * @param stale generated files of the owner that should not exist
 * @param inTheWay files that block the output because they do not belong to the owner, each with
 *     the reason
 * @param unlisted the problems of a {@code kustomization.yaml} that zonec does not write
 */
record Differences(
    SortedMap<String, String> changed,
    SortedSet<String> missing,
    SortedSet<String> stale,
    SortedMap<String, String> inTheWay,
    List<KustomizationUpdate.Unlisted> unlisted) {
  private static final String NO_DIRECTORY = "is not a directory";

  /** Copies the collections. */
  Differences {
    changed = Collections.unmodifiableSortedMap(new TreeMap<>(changed));
    missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
    stale = Collections.unmodifiableSortedSet(new TreeSet<>(stale));
    inTheWay = Collections.unmodifiableSortedMap(new TreeMap<>(inTheWay));
    unlisted = List.copyOf(unlisted);
  }

  /**
   * Compares {@code dir} with {@code policies} of {@code owner}, without changing anything.
   *
   * @param policies the texts of the policies, by path
   */
  static Differences of(Path dir, Owner owner, Map<String, String> policies) throws IOException {
    SortedMap<String, String> changed = new TreeMap<>();
    SortedSet<String> missing = new TreeSet<>();
    SortedMap<String, String> inTheWay = new TreeMap<>();
    if (exists(dir) && !Files.isDirectory(dir)) {
      inTheWay.put("", NO_DIRECTORY);
      return new Differences(changed, missing, new TreeSet<>(), inTheWay, List.of());
    }
    GeneratedFiles there = GeneratedFiles.in(dir);
    for (Map.Entry<String, String> file : policies.entrySet()) {
      Path target = dir.resolve(file.getKey());
      String folder = file.getKey().substring(0, Math.max(0, file.getKey().indexOf('/')));
      if (!folder.isEmpty() && isNoFolder(dir.resolve(folder))) {
        inTheWay.put(folder, NO_DIRECTORY);
      } else if (!exists(target)) {
        missing.add(file.getKey());
        changed.put(file.getKey(), file.getValue());
      } else {
        Owner found = there.owners().get(file.getKey());
        if (found == null) {
          inTheWay.put(file.getKey(), whyForeign(target));
        } else if (!owner.owns(found)) {
          inTheWay.put(file.getKey(), "was generated from " + found);
        } else if (!holds(target, file.getValue())) {
          changed.put(file.getKey(), file.getValue());
        }
      }
    }
    SortedSet<String> stale = new TreeSet<>();
    SortedSet<String> generated = new TreeSet<>(policies.keySet());
    there
        .owners()
        .forEach(
            (path, fileOwner) -> {
              if (!owner.owns(fileOwner)) {
                generated.add(path);
              } else if (!policies.containsKey(path)) {
                stale.add(path);
              }
            });
    return switch (KustomizationUpdate.of(dir, generated, stale)) {
      case KustomizationUpdate.Written(boolean isNew, String text) -> {
        if (isNew) {
          missing.add(KustomizationUpdate.NAME);
        }
        if (isNew || !holds(dir.resolve(KustomizationUpdate.NAME), text)) {
          changed.put(KustomizationUpdate.NAME, text);
        }
        yield new Differences(changed, missing, stale, inTheWay, List.of());
      }
      case KustomizationUpdate.Foreign(var unlisted) ->
          new Differences(changed, missing, stale, inTheWay, List.of(unlisted));
      case KustomizationUpdate.Blocked() -> {
        inTheWay.put(KustomizationUpdate.NAME, "is not a file");
        yield new Differences(changed, missing, stale, inTheWay, List.of());
      }
    };
  }

  private static String whyForeign(Path target) {
    if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      return "is a directory";
    }
    return Files.isReadable(target) ? "was not generated" : "cannot be read";
  }

  /** Whether there are no differences. */
  boolean none() {
    return changed.isEmpty() && stale.isEmpty() && inTheWay.isEmpty();
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean isNoFolder(Path path) {
    return exists(path) && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean holds(Path file, String text) throws IOException {
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    return Files.size(file) == wanted.length && Arrays.equals(Files.readAllBytes(file), wanted);
  }
}
