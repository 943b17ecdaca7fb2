package dev.zonec.grammar.tree;

import dev.zonec.diagnostics.SourceText;
import java.util.List;

/**
 * The syntax tree of a source.
 *
 * @param source the text
 * @param statements the statements, in order
 */
public record SourceFile(SourceText source, List<Statement> statements) {
  /** Copies the statements. */
  public SourceFile {
    statements = List.copyOf(statements);
  }
}
