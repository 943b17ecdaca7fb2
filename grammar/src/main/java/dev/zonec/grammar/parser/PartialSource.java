package dev.zonec.grammar.parser;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.tree.SourceFile;
import java.util.List;

/**
 * What can be read of a source that may be malformed.
 *
 * @param file the statements without syntax errors, in order
 * @param problems the syntax errors, in the order of the text
 */
public record PartialSource(SourceFile file, List<Diagnostic> problems) {
  /** Copies the list. */
  public PartialSource {
    problems = List.copyOf(problems);
  }

  /** Returns the tree, or the syntax errors. */
  public Parsed<SourceFile> parsed() {
    return problems.isEmpty() ? new Parsed.Tree<>(file) : new Parsed.Malformed<>(problems);
  }
}
