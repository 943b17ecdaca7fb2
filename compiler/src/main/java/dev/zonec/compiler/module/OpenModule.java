package dev.zonec.compiler.module;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.source.ImportedSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.compiler.source.SourceTexts;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.tree.SourceFile;
import dev.zonec.grammar.tree.Statement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A module whose imports are being loaded. */
final class OpenModule {
  private final Optional<Path> identity;
  private final Set<Path> files = new HashSet<>();
  private final List<SourceFile> trees = new ArrayList<>();
  private final List<Pending> pending = new ArrayList<>();
  private final List<LoadedModule.Import> imports = new ArrayList<>();
  private int next;

  /** An import that has not been followed yet, and its source. */
  record Pending(Source source, Statement.Import statement) {}

  private OpenModule(
      Optional<Path> identity, List<Source> sources, SourceTexts texts, Problems problems) {
    this.identity = identity;
    for (Source source : sources) {
      if (source.location() instanceof Source.Location.OnDisk(Path file)) {
        files.add(file);
      }
      switch (texts.parsed(source.text())) {
        case Parsed.Malformed<SourceFile>(var found) -> problems.addAll(found);
        case Parsed.Tree<SourceFile>(SourceFile tree) -> {
          trees.add(tree);
          for (Statement statement : tree.statements()) {
            if (statement instanceof Statement.Import one) {
              pending.add(new Pending(source, one));
            }
          }
        }
      }
    }
  }

  /** Creates the program's own module. */
  static OpenModule program(List<Source> sources, SourceTexts texts, Problems problems) {
    return new OpenModule(Optional.empty(), sources, texts, problems);
  }

  static OpenModule imported(ImportedSources read, SourceTexts texts, Problems problems) {
    return new OpenModule(Optional.of(read.identity()), read.sources(), texts, problems);
  }

  /** Returns the imported file or folder; empty for the program itself. */
  Optional<Path> identity() {
    return identity;
  }

  /** Whether one of {@code sources} is also a source of this module. */
  boolean sharesAny(List<Source> sources) {
    return sources.stream()
        .anyMatch(s -> s.location() instanceof Source.Location.OnDisk(var f) && files.contains(f));
  }

  /** Returns the next import to follow. */
  Optional<Pending> nextImport() {
    return next < pending.size() ? Optional.of(pending.get(next++)) : Optional.empty();
  }

  /** Returns the import that is being followed. */
  Pending current() {
    return pending.get(next - 1);
  }

  /** Records the index of the imported module in the graph. */
  void imported(int index) {
    imports.add(new LoadedModule.Import(current().statement().alias(), index));
  }

  LoadedModule loaded() {
    return new LoadedModule(trees, imports);
  }
}
