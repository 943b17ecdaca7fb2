package dev.zonec.grammar.parser;

import dev.zonec.grammar.parser.antlr.ZoneParser;
import dev.zonec.grammar.tree.Statement;
import java.util.List;

/** Builds imports. */
final class ImportBuilder {
  private final WordBuilder words;

  ImportBuilder(WordBuilder words) {
    this.words = words;
  }

  Statement.Import build(List<String> docs, ZoneParser.ImportStatementContext context) {
    return new Statement.Import(
        docs, words.word(context.path), words.word(context.name()), words.nodeSpan(context));
  }
}
