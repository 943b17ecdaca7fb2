package dev.zonec.application.editing.program;

import dev.zonec.compiler.source.SourceTexts;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.PartialSource;
import dev.zonec.grammar.tree.SourceFile;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The open texts of an editor at one time, in place of the content of their files. */
public final class EditedTexts implements SourceTexts {
  private final SortedMap<Path, String> open;
  private final PartialSources trees;

  EditedTexts(Map<Path, String> open, PartialSources trees) {
    this.open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
    this.trees = trees;
  }

  @Override
  public Optional<String> edited(Path file) {
    return Optional.ofNullable(open.get(file));
  }

  @Override
  public List<Path> editedBelow(Path folder) {
    return open.keySet().stream().filter(file -> file.startsWith(folder)).toList();
  }

  @Override
  public SourceText known(Path file, SourceText text) {
    return trees.known(file, text);
  }

  @Override
  public PartialSource partial(SourceText text) {
    return trees.of(text);
  }

  @Override
  public Parsed<SourceFile> parsed(SourceText text) {
    return partial(text).parsed();
  }
}
