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
 * @param alone whether no other files exist for kustomizations and charts, whatever is on the disk
 */
public record Sources(List<File> files, List<Diagnostic> problems, boolean alone) {
  /** Creates texts of files, beside which there can be others. */
  public Sources(List<File> files, List<Diagnostic> problems) {
    this(files, problems, false);
  }

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

  /** Returns the same texts with other {@code files} and {@code problems}. */
  public Sources with(List<File> others, List<Diagnostic> otherProblems) {
    return new Sources(others, otherProblems, alone);
  }

  /** Returns the texts, in the order of the files. */
  public List<SourceText> texts() {
    return files.stream().map(File::text).toList();
  }
}
