package dev.zonec.diagnostics.inputs;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Texts that a run reads instead of the files of its inputs. No other file exists for these inputs,
 * so such a run reads no source and no manifest from the disk.
 */
public final class InputTexts {
  private final SortedMap<Path, String> texts;

  private InputTexts(Map<Path, String> texts) {
    this.texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  /**
   * Creates texts.
   *
   * @param named the texts by their paths, which are relative to the working directory or absolute
   * @throws java.nio.file.InvalidPathException if a name is no path
   */
  public static InputTexts of(Map<String, String> named) {
    Map<Path, String> texts = new TreeMap<>();
    named.forEach((name, text) -> texts.put(normal(Path.of(name)), text));
    return new InputTexts(texts);
  }

  /** Returns the absolute path that a text is found at; links are not followed. */
  public static Path normal(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** Returns the text at {@code path}, if there is one. */
  public Optional<String> text(Path path) {
    return Optional.ofNullable(texts.get(normal(path)));
  }

  /** Returns the absolute paths of the texts below {@code folder}, sorted. */
  public List<Path> below(Path folder) {
    Path normal = normal(folder);
    return texts.keySet().stream()
        .filter(path -> path.startsWith(normal) && !path.equals(normal))
        .toList();
  }

  /** Whether {@code path} is a folder: a text is below it. */
  public boolean isFolder(Path path) {
    return !below(path).isEmpty();
  }

  /** Whether there is a text at {@code path} or below it. */
  public boolean exists(Path path) {
    return text(path).isPresent() || isFolder(path);
  }
}
