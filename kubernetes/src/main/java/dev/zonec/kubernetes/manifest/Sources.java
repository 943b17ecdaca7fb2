package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The texts that {@link ManifestFiles} found.
 *
 * @param files the files, in the order of the paths and sorted within a folder
 * @param problems files and paths that could not be read
 */
public record Sources(List<File> files, List<Diagnostic> problems) {
  /** Copies the lists. */
  public Sources {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /**
   * A text and its file.
   *
   * @param text the text
   * @param path the file, absolute and normalized; empty for standard input and pipes
   * @param named whether the user named the file itself, not a folder
   */
  public record File(SourceText text, Optional<Path> path, boolean named) {}

  /** Returns the texts, in the order of the files. */
  public List<SourceText> texts() {
    return files.stream().map(File::text).toList();
  }
}
