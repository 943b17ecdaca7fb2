package dev.zonec.application.editing.program;

import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.inputs.ReadPaths;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The programs of the files that an editor has open. Used by one thread at a time.
 *
 * <p>A state is computed when it is asked for, and again after a text has changed. Manifests are
 * read again only after {@link #filesChanged}.
 */
public final class EditedPrograms {
  /** The most sources that are searched for programs which import a file. */
  private static final int MOST_SOURCES = 10_000;

  private final OpenTexts texts;
  private final Optional<String> environment;
  private final Supplier<LocalDate> today;
  private final Map<List<InputPath>, ProgramState> states = new HashMap<>();

  /** The programs of files that are not open, of which only the names are known. */
  private final Map<List<InputPath>, ProgramState> named = new HashMap<>();

  private final Map<Path, Found> inputs = new HashMap<>();
  private final Map<List<InputPath>, Deployment> deployments = new HashMap<>();

  /** The program of a file, and the files that were read to find it. */
  private record Found(ProgramInputs inputs, ReadPaths files) {}

  /**
   * @param environment the environment of the configuration files; empty for their outer settings
   * @param today the day for which expiry is evaluated
   */
  public EditedPrograms(OpenTexts texts, Optional<String> environment, Supplier<LocalDate> today) {
    this.texts = texts;
    this.environment = environment;
    this.today = today;
  }

  /** Forgets what depends on the text of {@code file}, which was open before. */
  public void textChanged(Path file) {
    states.values().removeIf(state -> state.source(file).isPresent());
    named.values().removeIf(state -> state.source(file).isPresent());
    // The module that a source names decides which program it belongs to.
    inputs.clear();
  }

  /** Forgets what depends on which files are open. */
  public void openFilesChanged() {
    states.clear();
    named.clear();
    inputs.clear();
  }

  /**
   * Forgets what depends on files that have changed since they were read, except for the files that
   * are open.
   */
  public void filesChanged() {
    deployments.values().removeIf(deployment -> !deployment.files().changed().isEmpty());
    states
        .values()
        .removeIf(
            state -> !deployments.containsValue(state.deployment()) || hasChanged(state.files()));
    named.clear();
    inputs.clear();
  }

  private boolean hasChanged(ReadPaths files) {
    Set<Path> changed = new HashSet<>(files.changed());
    changed.removeAll(texts.files());
    return !changed.isEmpty();
  }

  /**
   * Returns the program that {@code file} belongs to.
   *
   * @param file an absolute path without symbolic links
   */
  public ProgramState of(Path file) {
    EditedTexts now = texts.now();
    Found found = inputs.computeIfAbsent(file, path -> find(path, now));
    ProgramState known = states.get(found.inputs().key());
    if (known != null) {
      return known;
    }
    ProgramState state = ProgramState.of(found.inputs(), deployment(found.inputs()), found.files());
    states.put(found.inputs().key(), state);
    return state;
  }

  private Found find(Path file, EditedTexts now) {
    ReadPaths files = new ReadPaths();
    return files.during(
        () -> new Found(ProgramInputs.of(file, now, environment, today.get()), files));
  }

  private Deployment deployment(ProgramInputs found) {
    List<InputPath> key = found.manifests().paths();
    Deployment known = deployments.get(key);
    if (known == null) {
      known = Deployment.of(found.manifests());
      deployments.put(key, known);
    }
    return known;
  }

  /** Returns the programs of all open files, each once. */
  public Collection<ProgramState> open() {
    Map<List<InputPath>, ProgramState> all = new LinkedHashMap<>();
    for (Path file : new TreeSet<>(texts.files())) {
      ProgramState state = of(file);
      all.putIfAbsent(state.inputs().key(), state);
    }
    return all.values();
  }

  /**
   * Returns the programs of all open files and of all sources below {@code folders}, each once. Of
   * programs without an open file, only the names are known. Folders whose names begin with a dot,
   * and those of packages, are left out.
   */
  public Collection<ProgramState> below(Collection<Path> folders) {
    Map<List<InputPath>, ProgramState> all = new LinkedHashMap<>();
    open().forEach(state -> all.putIfAbsent(state.inputs().key(), state));
    for (Path folder : folders) {
      for (Path file : sources(folder)) {
        Found found = inputs.computeIfAbsent(file, path -> find(path, texts.now()));
        all.computeIfAbsent(
            found.inputs().key(),
            program ->
                named.computeIfAbsent(
                    program, each -> ProgramState.named(found.inputs(), found.files())));
      }
    }
    return all.values();
  }

  private static SortedSet<Path> sources(Path folder) {
    SortedSet<Path> found = new TreeSet<>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              String name = String.valueOf(dir.getFileName());
              boolean skipped =
                  !dir.equals(folder) && (name.startsWith(".") || name.equals("node_modules"));
              return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (file.toString().endsWith(ProgramSources.ENDING) && attributes.isRegularFile()) {
                found.add(file);
              }
              return found.size() < MOST_SOURCES
                  ? FileVisitResult.CONTINUE
                  : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      return found;
    }
    return found;
  }
}
