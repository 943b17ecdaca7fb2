package dev.zonec.grammar.parser;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import dev.zonec.grammar.tree.LabelSetter;
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
    return new Statement.Trust(
        docs,
        words.word(context.word()),
        level,
        context.labelSetter().stream().map(this::setter).toList(),
        words.nodeSpan(context));
  }

  private LabelSetter setter(ZoneParser.LabelSetterContext context) {
    LabelSetter.Kind kind =
        switch (context.kind.getType()) {
          case ZoneLexer.SERVICEACCOUNT -> LabelSetter.Kind.SERVICEACCOUNT;
          case ZoneLexer.USER -> LabelSetter.Kind.USER;
          case ZoneLexer.GROUP -> LabelSetter.Kind.GROUP;
          case ZoneLexer.NAMESPACE -> LabelSetter.Kind.NAMESPACE;
          default -> throw new IllegalStateException("no such kind: " + context.getText());
        };
    return new LabelSetter(kind, words.word(context.value()));
  }
}
