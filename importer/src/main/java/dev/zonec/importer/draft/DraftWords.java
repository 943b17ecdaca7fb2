package dev.zonec.importer.draft;

import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.NodeSpan;
import dev.zonec.grammar.tree.Word;
import java.util.Collection;
import java.util.List;

/** Creates words for trees that do not come from a source text. */
final class DraftWords {
  static final NodeSpan NOWHERE = new NodeSpan(Span.NOWHERE);

  private DraftWords() {}

  static Word word(String text) {
    return new Word(text, false, NOWHERE);
  }

  static List<Word> words(Collection<String> texts) {
    return texts.stream().map(DraftWords::word).toList();
  }

  static Word quoted(String text) {
    return new Word(text, true, NOWHERE);
  }

  /** Returns a label's value as a word, or in quotes if it is empty. */
  static Word value(String text) {
    return text.isEmpty() ? quoted(text) : word(text);
  }
}
