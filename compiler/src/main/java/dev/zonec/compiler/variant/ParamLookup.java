package dev.zonec.compiler.variant;

import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Word;
import java.util.List;

/** What parameters stand for while trees are rewritten. */
interface ParamLookup {
  /** Whether the statements in {@code when} count. */
  boolean holds(Statement.When when);

  /** The text of {@code param}, which stands at {@code span} as part of a word. */
  String text(String param, Span span);

  /** What {@code param}, which stands at {@code span} among address blocks, stands for. */
  List<Word> addresses(String param, Word word);
}
