package dev.zonec.application.workspace;

import dev.zonec.diagnostics.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The texts of a program and of manifests.
 *
 * @param program the sources, and those of the modules that they import
 * @param manifests the manifests, and the files that kustomizations among them name
 * @param problems why files are missing from the texts
 */
public record Workspace(List<Text> program, List<Text> manifests, List<Diagnostic> problems) {
  /**
   * A text.
   *
   * @param name its path as messages name it
   */
  public record Text(String name, String content) {}

  /** Copies the lists. */
  public Workspace {
    program = List.copyOf(program);
    manifests = List.copyOf(manifests);
    problems = List.copyOf(problems);
  }

  /** Returns the size of all texts in UTF-8, in bytes. */
  public long bytes() {
    return Stream.concat(program.stream(), manifests.stream())
        .mapToLong(text -> text.content().getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }
}
