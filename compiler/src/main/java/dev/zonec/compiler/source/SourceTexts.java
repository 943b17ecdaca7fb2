package dev.zonec.compiler.source;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.PartialSource;
import dev.zonec.grammar.parser.ZoneParsing;
import dev.zonec.grammar.tree.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The texts of sources, which may differ from their files while they are edited. All methods can be
 * called by several threads.
 */
public interface SourceTexts {
  /** The texts of the files. */
  SourceTexts SAVED = new SourceTexts() {};

  /**
   * Returns the text of {@code file} that replaces its content, if there is one.
   *
   * @param file an absolute path; without symbolic links, except for a file that does not exist
   */
  default Optional<String> edited(Path file) {
    return Optional.empty();
  }

  /** Returns the files below {@code folder} whose content is replaced, or that do not exist yet. */
  default List<Path> editedBelow(Path folder) {
    return List.of();
  }

  /** Whether there is a file or folder at {@code path}, apart from edited texts. */
  default boolean exists(Path path) {
    return Files.exists(path);
  }

  /** Whether {@code path} is a folder. */
  default boolean isFolder(Path path) {
    return Files.isDirectory(path);
  }

  /**
   * Returns the absolute path of a file or folder without symbolic links.
   *
   * @throws IOException if it cannot be read
   */
  default Path real(Path path) throws IOException {
    return path.toRealPath();
  }

  /** Whether there are other files than the edited ones. */
  default boolean hasFiles() {
    return true;
  }

  /**
   * Returns {@code text}, or the equal text of an earlier run, so that its tree is built once.
   *
   * @param file the file of the text
   */
  default SourceText known(Path file, SourceText text) {
    return text;
  }

  /** Returns what can be read of {@code text}, which may be malformed. */
  default PartialSource partial(SourceText text) {
    return ZoneParsing.partial(text);
  }

  /** Returns the tree of {@code text}, or its syntax errors. */
  default Parsed<SourceFile> parsed(SourceText text) {
    return ZoneParsing.source(text);
  }
}
