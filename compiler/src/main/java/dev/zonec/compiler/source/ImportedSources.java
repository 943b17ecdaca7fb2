package dev.zonec.compiler.source;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.inputs.ReadPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sources of an imported module.
 *
 * @param identity the file or folder, without symbolic links
 * @param sources the sources, in the order of their paths
 */
public record ImportedSources(Path identity, List<Source> sources) {
  /** Copies the list. */
  public ImportedSources {
    sources = List.copyOf(sources);
  }

  /**
   * Reads the file or folder that {@code path} names in {@code importing}. The result is empty if
   * and only if a problem was reported.
   *
   * @param span the path in the import statement
   * @param scope the files that can be read
   * @param texts the texts of the files
   */
  public static Optional<ImportedSources> read(
      Source importing,
      String path,
      Span span,
      ImportScope scope,
      SourceTexts texts,
      List<Diagnostic> problems) {
    if (!(importing.location() instanceof Source.Location.OnDisk(Path file))) {
      problems.add(missing(path, span, "the source of the import is not a file"));
      return Optional.empty();
    }
    try {
      Path written = Path.of(path);
      Path target = file.resolveSibling(written).normalize();
      boolean outside = written.isAbsolute() || !scope.holds(target);
      if (outside && scope instanceof ImportScope.Below below) {
        problems.add(outside(path, span, below));
        return Optional.empty();
      }
      return existing(target, nameOf(importing, written), path, span, scope, texts, problems);
    } catch (InvalidPathException e) {
      problems.add(missing(path, span, "this is not a path"));
    } catch (IOException e) {
      problems.add(missing(path, span, "it cannot be read"));
    }
    return Optional.empty();
  }

  private static Optional<ImportedSources> existing(
      Path target,
      String name,
      String path,
      Span span,
      ImportScope scope,
      SourceTexts texts,
      List<Diagnostic> problems)
      throws IOException {
    ReadPaths.file(target);
    boolean folder = texts.isFolder(target);
    boolean edited = texts.edited(target).isPresent();
    if (path.isEmpty() || (!texts.exists(target) && !edited)) {
      problems.add(
          withNearest(missing(path, span, "there is no such file or folder"), span, target, texts));
      return Optional.empty();
    }
    if (!folder && !SourceFiles.nameOf(target).endsWith(SourceFiles.ENDING)) {
      problems.add(
          missing(path, span, "it is not a source")
              .help("import a file whose name ends in `.zone`, or a folder of them"));
      return Optional.empty();
    }
    List<Diagnostic> found = new ArrayList<>();
    List<Source> sources = new ArrayList<>();
    for (SourceFiles.Found file : SourceFiles.at(target, name, texts, found)) {
      // A link can lead out of the folder.
      if (scope instanceof ImportScope.Below below && !scope.holds(file.identity())) {
        problems.add(outside(path, span, below));
        return Optional.empty();
      }
      SourceReading.read(file, texts, found).ifPresent(sources::add);
    }
    found.forEach(problem -> problems.add(at(problem, span)));
    return found.isEmpty()
        ? Optional.of(
            new ImportedSources(texts.exists(target) ? texts.real(target) : target, sources))
        : Optional.empty();
  }

  /** Returns the path of the target relative to the working directory, for messages. */
  private static String nameOf(Source importing, Path written) {
    String name = Path.of(importing.text().name()).resolveSibling(written).normalize().toString();
    return name.isEmpty() ? "." : name.replace('\\', '/');
  }

  private static Diagnostic missing(String path, Span span, String why) {
    return Diagnostic.error(Code.ZC0105, span, "cannot import `" + path + "`: " + why);
  }

  private static Diagnostic outside(String path, Span span, ImportScope.Below scope) {
    return Diagnostic.error(
            Code.ZC0107, span, "the import `" + path + "` is outside of the program's root")
        .note("imports read files below `" + scope.shown() + "`, which holds all given sources")
        .help("to read it, pass `--allow-outside`");
  }

  /** Returns a path in quotes with another last name. */
  private static String withName(String quoted, String name) {
    return quoted.substring(0, Math.max(quoted.lastIndexOf('/'), 0) + 1) + name + "\"";
  }

  private static Diagnostic withNearest(
      Diagnostic problem, Span span, Path target, SourceTexts texts) throws IOException {
    Path folder = target.getParent();
    if (folder == null || !texts.isFolder(folder)) {
      return problem;
    }
    try (Stream<Path> siblings =
        texts.hasFiles() ? Files.list(folder) : texts.editedBelow(folder).stream()) {
      List<String> names =
          siblings
              .map(SourceFiles::nameOf)
              .filter(name -> name.endsWith(SourceFiles.ENDING))
              .toList();
      return NearestName.to(SourceFiles.nameOf(target), names)
          .map(
              nearest ->
                  problem.help(
                      "did you mean `" + nearest + "`?", span, withName(span.text(), nearest)))
          .orElse(problem);
    }
  }

  /** Moves a problem of a whole file to the import that names the file. */
  private static Diagnostic at(Diagnostic problem, Span span) {
    return problem.place() instanceof Place.InFile
        ? new Diagnostic(
            problem.severity(),
            problem.code(),
            problem.message(),
            Place.at(span),
            problem.label(),
            problem.notes())
        : problem;
  }
}
