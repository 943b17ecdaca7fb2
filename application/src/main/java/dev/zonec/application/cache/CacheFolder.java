package dev.zonec.application.cache;

import dev.zonec.application.revision.TrackedFolder;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.verifier.smt.QuestionKey;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of a cache. Each run that proves something new adds one file. A file is written under a
 * temporary name and then moved, so it is complete for every reader, and is never changed.
 * Processes can use a folder at the same time, and files can be deleted at any time.
 *
 * @param folder the folder
 * @param build the id of the build that reads and writes
 */
record CacheFolder(Path folder, String build) {
  /** The ending of the files of a cache. Other files are left alone. */
  static final String SUFFIX = ".proved";

  /** The ending of files that are being written. */
  static final String DRAFT = ".draft";

  /** The files of one build are merged if there are more. */
  static final int MOST_FILES = 16;

  /** The greatest size of all files together, in bytes. */
  static final long MOST_BYTES = 64L << 20;

  /** A file that no run has used for this time is deleted. */
  static final Duration UNUSED = Duration.ofDays(30);

  /** A use is recorded if the last record is older. */
  private static final Duration RECORDED = Duration.ofDays(1);

  /** A draft this old belongs to a run that was ended. */
  private static final Duration ABANDONED = Duration.ofDays(1);

  /**
   * The content of a folder.
   *
   * @param keys the keys of this build
   * @param files the files that contain them
   * @param problems warnings about files that cannot be used
   */
  record Content(Set<QuestionKey> keys, List<Path> files, List<Diagnostic> problems) {}

  /**
   * Reads all files of this build. Files that Git tracks are not used: a cache can claim that
   * anything is proved, so the author of a commit must not be able to fill it.
   */
  Content read() {
    Set<QuestionKey> keys = new HashSet<>();
    List<Path> files = new ArrayList<>();
    List<Path> damaged = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    try {
      List<Path> all = list(SUFFIX);
      if (!all.isEmpty() && TrackedFolder.hasFiles(folder)) {
        return new Content(Set.of(), List.of(), List.of(tracked()));
      }
      for (Path file : all) {
        read(file)
            .ifPresent(
                segment -> {
                  if (segment.isEmpty()) {
                    damaged.add(file);
                  } else if (segment.get().build().equals(build)) {
                    keys.addAll(segment.get().keys());
                    files.add(file);
                  }
                });
      }
    } catch (IOException e) {
      problems.add(unusable("read", e));
    }
    if (!damaged.isEmpty()) {
      problems.add(damaged(damaged));
    }
    return new Content(keys, files, problems);
  }

  /** Reads a file; empty if it was deleted, and an empty segment if it is not valid. */
  private static Optional<Optional<Segment>> read(Path file) throws IOException {
    try {
      return Optional.of(
          Files.size(file) > MOST_BYTES
              ? Optional.empty()
              : Segment.read(Files.readAllBytes(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * Adds a file with {@code fresh}, and cleans the folder.
   *
   * @param content the content that the run started with
   * @return warnings
   */
  List<Diagnostic> write(Collection<QuestionKey> fresh, Content content) {
    try {
      create();
      List<Path> merged = List.of();
      Set<QuestionKey> keys = new HashSet<>(fresh);
      boolean fits = keys.size() + content.keys().size() <= ObligationCache.MOST_KEYS;
      if (content.files().size() >= MOST_FILES && fits) {
        merged = content.files();
        keys.addAll(content.keys());
      }
      if (!keys.isEmpty()) {
        Path written = write(Segment.bytes(build, keys));
        for (Path file : merged) {
          if (!file.equals(written)) {
            Files.deleteIfExists(file);
          }
        }
      }
      return List.of();
    } catch (IOException e) {
      return List.of(unusable("written", e));
    }
  }

  /** Creates the folder, with files that exclude it from version control and from backups. */
  private void create() throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(".gitignore"), "*\n");
    Files.writeString(
        folder.resolve("CACHEDIR.TAG"),
        """
        Signature: 8a477f597d28d172789f06886806bc55
        # This folder is a cache of zonec. It can be deleted at any time.
        """);
  }

  private Path write(byte[] bytes) throws IOException {
    Path target = folder.resolve(Segment.name(bytes) + SUFFIX);
    Path draft = Files.createTempFile(folder, "", DRAFT);
    try {
      Files.write(draft, bytes);
      return Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /**
   * Records that the files {@code used} were used, and deletes files that were not used for long or
   * that make the folder too large. A failure has no effect on an answer and is not reported.
   */
  void clean(Collection<Path> used, Instant now) {
    try {
      for (Path file : used) {
        if (age(file, now).compareTo(RECORDED) > 0) {
          Files.setLastModifiedTime(file, FileTime.from(now));
        }
      }
      for (Path draft : list(DRAFT)) {
        if (age(draft, now).compareTo(ABANDONED) > 0) {
          Files.deleteIfExists(draft);
        }
      }
      List<Path> newest = new ArrayList<>(list(SUFFIX));
      newest.sort(Comparator.comparing((Path file) -> age(file, now)));
      long size = 0;
      for (Path file : newest) {
        size += Files.size(file);
        if (size > MOST_BYTES || age(file, now).compareTo(UNUSED) > 0) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      // Another process cleans the same folder, or the folder is read-only.
      return;
    }
  }

  /** Returns the time since a file was written or used; zero if it was deleted. */
  private static Duration age(Path file, Instant now) {
    try {
      return Duration.between(Files.getLastModifiedTime(file).toInstant(), now);
    } catch (IOException e) {
      return Duration.ZERO;
    }
  }

  /** Returns the files with this ending; none if there is no folder. */
  private List<Path> list(String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(ending))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  private Diagnostic damaged(List<Path> files) {
    Diagnostic damaged =
        Diagnostic.warningIn(
            Code.ZC0820,
            files.getFirst().toString(),
            "the file is not a complete file of a cache of zonec, and is ignored");
    return (files.size() == 1
            ? damaged
            : damaged.note("so are " + (files.size() - 1) + " more files of this folder"))
        .help("delete it; everything in a cache is proved again if it is missing");
  }

  private Diagnostic tracked() {
    return Diagnostic.warningIn(
            Code.ZC0821,
            folder.toString(),
            "the cache is not used: Git tracks files of this folder")
        .note("the author of a commit could add a file that claims that everything is proved")
        .help("remove them with `git rm -r --cached`, and list the folder in `.gitignore`");
  }

  private Diagnostic unusable(String what, IOException e) {
    return Diagnostic.warningIn(
            Code.ZC0821, folder.toString(), "the cache cannot be " + what + ": " + reason(e))
        .note("this run proves everything itself")
        .help("choose another folder with `--cache DIR`, or check its permissions");
  }

  private static String reason(IOException e) {
    return switch (e) {
      case NotDirectoryException none -> "it is not a folder";
      case FileAlreadyExistsException file -> "it is not a folder";
      case AccessDeniedException denied -> "permission denied";
      default -> {
        String message = e.getMessage();
        yield message == null ? "an input or output error" : message;
      }
    };
  }
}
