package dev.zonec.compiler.module;

import dev.zonec.grammar.tree.SourceFile;
import dev.zonec.grammar.tree.Word;
import java.util.List;

/**
 * A module of a program.
 *
 * @param sources the syntax trees of its sources
 * @param imports its imports, in the order of the sources
 */
public record LoadedModule(List<SourceFile> sources, List<Import> imports) {
  /** Copies the lists. */
  public LoadedModule {
    sources = List.copyOf(sources);
    imports = List.copyOf(imports);
  }

  /**
   * An import.
   *
   * @param alias the prefix of the imported names
   * @param module the index of the imported module in the graph
   */
  public record Import(Word alias, int module) {}

  /** Returns the module with other trees. */
  public LoadedModule withSources(List<SourceFile> trees) {
    return new LoadedModule(trees, imports);
  }
}
