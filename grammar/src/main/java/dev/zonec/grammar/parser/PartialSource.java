package dev.zonec.grammar.parser;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.tree.SourceFile;
import java.util.List;

/**
 * What can be read of a source that may be malformed.
 *
 * @param file the statements without syntax errors, in order
 * @param lexemes all tokens and comments, in order
 * @param problems the syntax errors, in the order of the text
 */
public record PartialSource(SourceFile file, List<Lexeme> lexemes, List<Diagnostic> problems) {
  /** Copies the lists. */
  public PartialSource {
    lexemes = List.copyOf(lexemes);
    problems = List.copyOf(problems);
  }

  /** Returns the tree, or the syntax errors. */
  public Parsed<SourceFile> parsed() {
    return problems.isEmpty() ? new Parsed.Tree<>(file) : new Parsed.Malformed<>(problems);
  }
}
