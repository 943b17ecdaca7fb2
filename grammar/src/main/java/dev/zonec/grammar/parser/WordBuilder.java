package dev.zonec.grammar.parser;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import dev.zonec.grammar.tree.NodeSpan;
import dev.zonec.grammar.tree.Parties;
import dev.zonec.grammar.tree.Services;
import dev.zonec.grammar.tree.Word;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Builds words, parties and spans. */
final class WordBuilder {
  private final SourceText source;
  private final Offsets offsets;

  WordBuilder(SourceText source) {
    this.source = source;
    this.offsets = new Offsets(source.content());
  }

  NodeSpan nodeSpan(ParserRuleContext context) {
    return new NodeSpan(offsets.span(source, context.getStart(), context.getStop()));
  }

  NodeSpan nodeSpan(Token first, Token last) {
    return new NodeSpan(offsets.span(source, first, last));
  }

  Word word(Token token) {
    String text = token.getText();
    boolean quoted = token.getType() == ZoneLexer.STRING;
    String said =
        quoted ? text.substring(1, text.length() - 1).replaceAll("\\\\([\"\\\\])", "$1") : text;
    return new Word(said, quoted, new NodeSpan(offsets.span(source, token)));
  }

  /** Builds the word of a rule that is a single token. */
  Word word(ParserRuleContext context) {
    return word(context.getStart());
  }

  List<Word> words(List<? extends ParserRuleContext> contexts) {
    return contexts.stream().map(this::word).toList();
  }

  Parties parties(ZoneParser.PartiesContext context) {
    return switch (context) {
      case ZoneParser.OnePartyContext one ->
          new Parties(
              List.of(
                  new Parties.Member(
                      word(one.name()), one.OTHER() != null, new Services.Anything())),
              List.of());
      case ZoneParser.SetOfPartiesContext set ->
          new Parties(set.party().stream().map(this::member).toList(), words(set.name()));
      default -> throw new IllegalStateException("no such parties: " + context.getClass());
    };
  }

  private Parties.Member member(ZoneParser.PartyContext context) {
    return new Parties.Member(
        word(context.name()),
        context.OTHER() != null,
        new ServiceBuilder(this).services(context.services()));
  }
}
