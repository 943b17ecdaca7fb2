package dev.zonec.compiler.variant;

import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Word;
import java.util.List;

/** Looks up parameters while trees are rewritten. */
interface ParamLookup {
  /** Whether the condition of {@code when} holds. */
  boolean holds(Statement.When when);

  /** Returns the text of {@code param}, which is used at {@code span} as part of a word. */
  String text(String param, Span span);

  /** Returns the blocks of {@code param}, which is used as {@code word} among address blocks. */
  List<Word> addresses(String param, Word word);
}
