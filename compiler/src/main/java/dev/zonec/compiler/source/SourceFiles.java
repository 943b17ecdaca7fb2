package dev.zonec.compiler.source;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.inputs.HiddenPaths;
import dev.zonec.diagnostics.inputs.ReadPaths;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the source files of a path. */
final class SourceFiles {
  static final String ENDING = ".zone";

  /** The end of the name of a file of expectations. */
  static final String EXPECTATIONS = ".expect";

  private SourceFiles() {}

  /**
   * A source file.
   *
   * @param file the path
   * @param identity equal for two paths to the same file
   * @param name the name in messages
   * @param path the path in annotations
   */
  record Found(Path file, Path identity, String name, String path) {}

  /**
   * Returns the file {@code given}, or the files below this folder.
   *
   * @param endings the ends of the names of files that a folder is searched for
   */
  static List<Found> below(
      InputPath given, List<String> endings, SourceTexts texts, List<Diagnostic> problems) {
    try {
      return at(Path.of(given.location()), given.name(), endings, texts, problems);
    } catch (InvalidPathException e) {
      problems.add(unreadable(given.name(), "this is not a path"));
      return List.of();
    }
  }

  /** Returns the file {@code given}; a folder is reported. */
  static List<Found> file(String given, List<Diagnostic> problems) {
    try {
      Path path = Path.of(given);
      if (!Files.isDirectory(path)) {
        return at(path, given, SourceTexts.SAVED, problems);
      }
      problems.add(unreadable(given, "it is not a file"));
    } catch (InvalidPathException e) {
      problems.add(unreadable(given, "this is not a path"));
    }
    return List.of();
  }

  /**
   * Returns the files of {@code path}.
   *
   * @param given the path in messages
   */
  static List<Found> at(Path path, String given, SourceTexts texts, List<Diagnostic> problems) {
    return at(path, given, List.of(ENDING), texts, problems);
  }

  private static List<Found> at(
      Path path, String given, List<String> endings, SourceTexts texts, List<Diagnostic> problems) {
    try {
      if (texts.isFolder(path)) {
        ReadPaths.folder(path, file -> endings.stream().anyMatch(nameOf(file)::endsWith));
        return inFolder(path, given, endings, texts, problems);
      }
      ReadPaths.file(path);
      Path absolute = path.toAbsolutePath().normalize();
      if (!texts.exists(path) && texts.edited(absolute).isPresent()) {
        return List.of(new Found(path, absolute, given, nameOf(path)));
      }
      if (texts.exists(path)) {
        return List.of(new Found(path, texts.real(path), given, nameOf(path)));
      }
      problems.add(unreadable(given, "there is no such file or folder"));
    } catch (IOException e) {
      problems.add(unreadable(given, "the file cannot be read"));
    }
    return List.of();
  }

  private static List<Found> inFolder(
      Path folder, String given, List<String> endings, SourceTexts texts, List<Diagnostic> problems)
      throws IOException {
    List<Path> files = new ArrayList<>();
    if (texts.hasFiles()) {
      addSaved(folder, endings, files, problems);
    }
    Path real = texts.real(folder);
    for (Path edited : texts.editedBelow(real)) {
      Path relative = real.relativize(edited);
      Path file = folder.resolve(relative);
      boolean wanted =
          endings.stream().anyMatch(nameOf(file)::endsWith)
              && !HiddenPaths.isInHiddenFolder(relative);
      if (wanted && !files.contains(file)) {
        files.add(file);
      }
    }
    if (files.isEmpty()) {
      problems.add(
          Diagnostic.errorIn(Code.ZC0103, given, "the folder `" + given + "` holds no source")
              .help("a source is a file whose name ends in `" + ENDING + "`"));
    }
    List<Found> found = new ArrayList<>();
    String prefix = given.endsWith("/") ? given : given + "/";
    for (Path file : files) {
      String relative = folder.relativize(file).toString().replace('\\', '/');
      Path identity = texts.exists(file) ? texts.real(file) : real.resolve(relative);
      found.add(new Found(file, identity, prefix + relative, relative));
    }
    found.sort(Comparator.comparing(Found::path));
    return found;
  }

  private static void addSaved(
      Path folder, List<String> endings, List<Path> files, List<Diagnostic> problems)
      throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            boolean hidden = !dir.equals(folder) && nameOf(dir).startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (endings.stream().anyMatch(nameOf(file)::endsWith) && Files.isRegularFile(file)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            problems.add(unreadable(file.toString(), "it cannot be read"));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Whether {@code given} is a folder that contains a source. */
  static boolean folderHasSource(String given) {
    try {
      Path path = Path.of(given);
      return Files.isDirectory(path)
          && !inFolder(path, given, List.of(ENDING), SourceTexts.SAVED, new ArrayList<>())
              .isEmpty();
    } catch (InvalidPathException | IOException e) {
      return false;
    }
  }

  static Diagnostic unreadable(String name, String why) {
    return Diagnostic.errorIn(Code.ZC0001, name, "cannot read `" + name + "`: " + why);
  }

  static String nameOf(Path path) {
    Path last = path.getFileName();
    return last == null ? "" : last.toString();
  }
}
