package dev.zonec.application.editing.program;

import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.inputs.ReadPaths;
import dev.zonec.grammar.tree.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the program of a source that no configuration file names. */
final class FolderProgram {
  private FolderProgram() {}

  /**
   * Returns {@code file} and the other sources of its folder that name the same module or none. A
   * source that names no module goes with the sources of its folder if they name one module
   * together, and is alone otherwise.
   */
  static List<InputPath> around(Path file, EditedTexts texts) {
    SortedSet<Path> all = new TreeSet<>(siblings(file));
    all.addAll(
        texts.editedBelow(Optional.ofNullable(file.getParent()).orElse(file)).stream()
            .filter(each -> isSibling(each, file))
            .toList());
    all.add(file);
    Optional<String> own = module(file, texts);
    if (own.isEmpty()) {
      List<String> others =
          all.stream().flatMap(each -> module(each, texts).stream()).distinct().toList();
      if (others.size() != 1) {
        return List.of(input(file));
      }
      own = Optional.of(others.getFirst());
    }
    List<InputPath> sources = new ArrayList<>();
    for (Path each : all) {
      Optional<String> module = module(each, texts);
      if (module.isEmpty() || module.equals(own)) {
        sources.add(input(each));
      }
    }
    return sources;
  }

  private static List<Path> siblings(Path file) {
    Path folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    ReadPaths.folder(folder, each -> isSibling(each, file));
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(each -> isSibling(each, file)).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean isSibling(Path each, Path file) {
    return each.toString().endsWith(ProgramSources.ENDING)
        && Optional.ofNullable(each.getParent()).equals(Optional.ofNullable(file.getParent()))
        && !Files.isDirectory(each);
  }

  private static InputPath input(Path file) {
    return InputPath.of(ShownPath.of(file));
  }

  private static Optional<String> module(Path file, EditedTexts texts) {
    return ProgramSources.collect(List.of(input(file)), texts).sources().stream()
        .map(Source::text)
        .flatMap(text -> texts.partial(text).file().statements().stream())
        .filter(Statement.Module.class::isInstance)
        .map(statement -> ((Statement.Module) statement).name().text())
        .findFirst();
  }
}
