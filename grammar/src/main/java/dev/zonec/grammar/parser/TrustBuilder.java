package dev.zonec.grammar.parser;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.TrustLevel;
import java.util.List;

/** Builds {@code trust label} statements. */
final class TrustBuilder {
  private final WordBuilder words;

  TrustBuilder(WordBuilder words) {
    this.words = words;
  }

  Statement.Trust trust(List<String> docs, ZoneParser.TrustStatementContext context) {
    TrustLevel level =
        switch (context.level.getType()) {
          case ZoneLexer.TENANT -> TrustLevel.TENANT;
          case ZoneLexer.ADMIN_ONLY -> TrustLevel.ADMIN_ONLY;
          case ZoneLexer.IMMUTABLE -> TrustLevel.IMMUTABLE;
          default -> throw new IllegalStateException("no such level: " + context.getText());
        };
    return new Statement.Trust(docs, words.word(context.word()), level, words.nodeSpan(context));
  }
}
