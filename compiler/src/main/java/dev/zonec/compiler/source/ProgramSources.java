package dev.zonec.compiler.source;

import dev.zonec.diagnostics.Diagnostic;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The sources of a program, read.
 *
 * @param sources what was read, in the order of the paths; in a folder by relative path
 * @param problems what could not be read, and folders without a source
 */
public record ProgramSources(List<Source> sources, List<Diagnostic> problems) {
  /** Copies the lists. */
  public ProgramSources {
    sources = List.copyOf(sources);
    problems = List.copyOf(problems);
  }

  /**
   * Reads every path: a file as it is, a folder with all the {@code .zone} files below it, hidden
   * folders left out. A file that two paths lead to is read once.
   */
  public static ProgramSources collect(List<String> paths) {
    List<Source> sources = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    for (String path : paths) {
      for (SourceFiles.Found file : SourceFiles.below(path, problems)) {
        if (seen.add(file.identity())) {
          SourceReading.read(file, problems).ifPresent(sources::add);
        }
      }
    }
    return new ProgramSources(sources, problems);
  }

  /** Reads one source from a stream; messages call it {@code <stdin>}. */
  public static ProgramSources read(InputStream in) {
    List<Diagnostic> problems = new ArrayList<>();
    Optional<Source> source = SourceReading.read(in, "<stdin>", "<stdin>", problems);
    return new ProgramSources(source.stream().toList(), problems);
  }
}
