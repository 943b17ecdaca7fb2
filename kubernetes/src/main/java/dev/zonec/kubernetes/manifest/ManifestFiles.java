package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.inputs.HiddenPaths;
import dev.zonec.diagnostics.inputs.ReadPaths;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads files, folders and standard input as texts. */
public final class ManifestFiles {
  /** The greatest size of a file, in bytes. */
  private static final int LARGEST = 64 << 20;

  private final List<Sources.File> found = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Set<Path> seen = new LinkedHashSet<>();

  private ManifestFiles() {}

  /**
   * Reads the texts at {@code paths}. A path is a file with any name; or a folder, of which the
   * {@code .yaml}, {@code .yml} and {@code .json} files at any depth are read in sorted order,
   * except in hidden folders; or {@code -} for {@code stdin}. A file that several paths or links
   * lead to is read once. The name of a text is the name of the path, followed by the path inside
   * the folder, with {@code /} as separator on every system. A path without any manifest is a
   * problem, because a run without input would pass.
   */
  public static Sources collect(List<InputPath> paths, InputStream stdin) {
    ManifestFiles files = new ManifestFiles();
    for (InputPath path : paths) {
      if (path.isStandardInput()) {
        files.addStdin(stdin);
      } else {
        files.addPath(path);
      }
    }
    return new Sources(files.found, files.problems);
  }

  /** Whether {@code path} is a file with the name of a manifest, or a folder that contains one. */
  public static boolean hasManifest(String path) {
    Path given = Path.of(path);
    if (!Files.isDirectory(given)) {
      return isManifest(given);
    }
    try (Stream<Path> files = Files.walk(given, FileVisitOption.FOLLOW_LINKS)) {
      return files.anyMatch(
          file ->
              isManifest(file)
                  && Files.isRegularFile(file)
                  && !HiddenPaths.isHidden(given.relativize(file)));
    } catch (IOException | UncheckedIOException e) {
      // Reading the folder reports the problem.
      return true;
    }
  }

  /**
   * Reads another file.
   *
   * @param name the name in messages
   * @param file the path
   */
  public static Optional<SourceText> read(Path file, String name) {
    return new ManifestFiles().read(name, file);
  }

  private void addStdin(InputStream stdin) {
    try {
      byte[] bytes = stdin.readNBytes(LARGEST + 1);
      if (isBlank(bytes)) {
        nothing("<stdin>", "standard input is empty");
      }
      text("<stdin>", bytes)
          .ifPresent(text -> found.add(new Sources.File(text, Optional.empty(), true)));
    } catch (IOException e) {
      problem("<stdin>", "standard input cannot be read");
    }
  }

  private void addPath(InputPath input) {
    String given = input.name();
    Path path;
    try {
      path = Path.of(input.location());
    } catch (InvalidPathException e) {
      problem(given, "`" + given + "` is not a path");
      return;
    }
    if (Files.isDirectory(path)) {
      ReadPaths.folder(path, ManifestFiles::isManifest);
      addFolder(given, path);
    } else if (Files.exists(path)) {
      addFile(slashed(given), path, true);
    } else {
      ReadPaths.file(path);
      problem(given, "there is no file or folder `" + given + "`");
    }
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b > ' ' || b < 0) {
        return false;
      }
    }
    return true;
  }

  private void addFolder(String given, Path folder) {
    int before = problems.size();
    List<Path> found = new ArrayList<>();
    FileVisitor<Path> visitor =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            boolean hidden = !dir.equals(folder) && dir.getFileName().toString().startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!isManifest(file)) {
              return FileVisitResult.CONTINUE;
            }
            // Reading a pipe or a device might never end.
            if (attributes.isRegularFile() || attributes.isSymbolicLink()) {
              found.add(file);
            } else {
              String name = nameWithin(given, folder, file);
              problem(name, "`" + name + "` is not a regular file");
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            // A link to an outer folder leads to nothing new.
            if (!(e instanceof FileSystemLoopException)) {
              String name = nameWithin(given, folder, file);
              problem(name, "`" + name + "` cannot be read");
            }
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(
          folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
    } catch (IOException e) {
      problem(given, "the folder `" + given + "` cannot be read");
    }
    if (found.isEmpty() && problems.size() == before) {
      problems.add(noManifest(given));
    }
    found.stream().sorted().forEach(file -> addFile(nameWithin(given, folder, file), file, false));
  }

  static boolean isManifest(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml")
        || name.endsWith(".yml")
        || name.endsWith(".json")
        || name.equals("kustomization");
  }

  static String nameWithin(String given, Path folder, Path file) {
    String base = slashed(given);
    String rest = slashed(folder.relativize(file).toString());
    return base.endsWith("/") ? base + rest : base + "/" + rest;
  }

  static String slashed(String path) {
    return path.replace('\\', '/');
  }

  private void addFile(String name, Path file, boolean named) {
    Deadline.check();
    try {
      // A pipe, as shells create for `<(command)`, has no real path.
      boolean regular = Files.isRegularFile(file);
      if (regular && !seen.add(file.toRealPath())) {
        return;
      }
      Optional<Path> path =
          regular ? Optional.of(file.toAbsolutePath().normalize()) : Optional.empty();
      read(name, file).ifPresent(text -> found.add(new Sources.File(text, path, named)));
    } catch (IOException e) {
      problem(name, "`" + name + "` cannot be read");
    }
  }

  private Optional<SourceText> read(String name, Path file) {
    ReadPaths.file(file);
    try (InputStream in = Files.newInputStream(file)) {
      return text(name, in.readNBytes(LARGEST + 1));
    } catch (IOException e) {
      problem(name, "`" + name + "` cannot be read");
      return Optional.empty();
    }
  }

  private Optional<SourceText> text(String name, byte[] bytes) {
    if (bytes.length > LARGEST) {
      problem(name, "`" + name + "` is larger than 64 MiB");
      return Optional.empty();
    }
    try {
      return Optional.of(SourceText.decoded(name, bytes));
    } catch (CharacterCodingException e) {
      problem(name, "`" + name + "` is not UTF-8 text");
      return Optional.empty();
    }
  }

  static Diagnostic noManifest(String folder) {
    return Diagnostic.errorIn(
        Code.ZC0606, folder, "there is no .yaml, .yml or .json file in `" + folder + "`");
  }

  private void nothing(String name, String message) {
    problems.add(Diagnostic.errorIn(Code.ZC0606, name, message));
  }

  private void problem(String name, String message) {
    problems.add(Diagnostic.errorIn(Code.ZC0601, name, message));
  }
}
