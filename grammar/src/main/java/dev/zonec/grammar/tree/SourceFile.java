package dev.zonec.grammar.tree;

import dev.zonec.diagnostics.SourceText;
import java.util.List;

/**
 * One parsed source.
 *
 * @param source its text
 * @param statements what it says, in order
 */
public record SourceFile(SourceText source, List<Statement> statements) {
  /** Copies the statements. */
  public SourceFile {
    statements = List.copyOf(statements);
  }
}
