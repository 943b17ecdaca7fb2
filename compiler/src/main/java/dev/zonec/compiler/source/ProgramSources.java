package dev.zonec.compiler.source;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.deadline.Deadline;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The sources of a program.
 *
 * @param sources the sources, in the order of the paths; within a folder, by relative path
 * @param problems files that could not be read, and folders without a source
 * @param scope the files that imports can read
 * @param texts the texts of the sources and of what they import
 */
public record ProgramSources(
    List<Source> sources, List<Diagnostic> problems, ImportScope scope, SourceTexts texts) {
  /** Copies the lists. */
  public ProgramSources {
    sources = List.copyOf(sources);
    problems = List.copyOf(problems);
  }

  /** Creates sources whose imports are read from files. */
  public ProgramSources(List<Source> sources, List<Diagnostic> problems, ImportScope scope) {
    this(sources, problems, scope, SourceTexts.SAVED);
  }

  /** Creates sources in memory, which cannot import anything. */
  public static ProgramSources of(List<Source> sources) {
    return new ProgramSources(sources, List.of(), new ImportScope.Anywhere());
  }

  /**
   * Reads the file {@code path} that the user names; empty if and only if a problem was reported.
   */
  public static Optional<Source> file(String path, List<Diagnostic> problems) {
    List<SourceFiles.Found> found = SourceFiles.file(path, problems);
    return found.isEmpty()
        ? Optional.empty()
        : SourceReading.read(found.getFirst(), SourceTexts.SAVED, problems);
  }

  /** Returns the same sources, with imports that can read any file. */
  public ProgramSources allowingOutside() {
    return new ProgramSources(sources, problems, new ImportScope.Anywhere(), texts);
  }

  /**
   * Reads every path: a file, or all {@code .zone} files below a folder, except in hidden folders.
   * A file that several paths lead to is read once.
   */
  public static ProgramSources collect(List<InputPath> paths) {
    return collect(paths, SourceTexts.SAVED);
  }

  /** Does the same with the texts of {@code texts}. */
  public static ProgramSources collect(List<InputPath> paths, SourceTexts texts) {
    return collect(paths, List.of(ENDING), texts);
  }

  /** Reads every path as {@link #collect} does, and also the files of expectations in folders. */
  public static ProgramSources withExpectations(List<InputPath> paths) {
    return collect(paths, List.of(ENDING, EXPECTATIONS), SourceTexts.SAVED);
  }

  private static ProgramSources collect(
      List<InputPath> paths, List<String> endings, SourceTexts texts) {
    List<Source> sources = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    for (InputPath path : paths) {
      for (SourceFiles.Found file : SourceFiles.below(path, endings, texts, problems)) {
        Deadline.check();
        if (seen.add(file.identity())) {
          SourceReading.read(file, texts, problems).ifPresent(sources::add);
        }
      }
    }
    return new ProgramSources(sources, problems, ImportScope.around(paths, texts), texts);
  }

  /** The end of the name of a source file. */
  public static final String ENDING = SourceFiles.ENDING;

  /** The end of the name of a file of expectations. */
  public static final String EXPECTATIONS = SourceFiles.EXPECTATIONS;

  /** Whether {@code path} is a source file, or a folder that contains one. */
  public static boolean isSource(String path) {
    return path.endsWith(ENDING) || SourceFiles.folderHasSource(path);
  }

  /** Reads one source from a stream. Its name in messages is {@code <stdin>}. */
  public static ProgramSources read(InputStream in) {
    List<Diagnostic> problems = new ArrayList<>();
    Optional<Source> source =
        SourceReading.read(in, "<stdin>", "<stdin>", new Source.Location.InMemory(), problems);
    return new ProgramSources(source.stream().toList(), problems, new ImportScope.Anywhere());
  }
}
