package dev.zonec.compiler.module;

import dev.zonec.grammar.tree.SourceFile;
import dev.zonec.grammar.tree.Word;
import java.util.List;

/**
 * The sources of one module.
 *
 * @param sources their trees
 * @param imports what it imports, in the order of the sources
 */
public record LoadedModule(List<SourceFile> sources, List<Import> imports) {
  /** Copies the lists. */
  public LoadedModule {
    sources = List.copyOf(sources);
    imports = List.copyOf(imports);
  }

  /**
   * A module that is imported.
   *
   * @param alias what stands before its names
   * @param module its position in the graph
   */
  public record Import(Word alias, int module) {}

  /** The same module with other trees. */
  public LoadedModule withSources(List<SourceFile> trees) {
    return new LoadedModule(trees, imports);
  }
}
