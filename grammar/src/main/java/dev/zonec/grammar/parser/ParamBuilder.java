package dev.zonec.grammar.parser;

import dev.zonec.grammar.parser.antlr.ZoneParser;
import dev.zonec.grammar.tree.ParamDefaultTree;
import dev.zonec.grammar.tree.ParamTypeTree;
import dev.zonec.grammar.tree.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds parameters. */
final class ParamBuilder {
  private final WordBuilder words;

  ParamBuilder(WordBuilder words) {
    this.words = words;
  }

  Statement.Param build(List<String> docs, ZoneParser.ParamStatementContext context) {
    return new Statement.Param(
        docs,
        words.word(context.name()),
        type(context.paramType()),
        value(context.paramDefault()),
        words.nodeSpan(context));
  }

  private ParamTypeTree type(ZoneParser.ParamTypeContext context) {
    return switch (context) {
      case ZoneParser.ChoiceTypeContext c ->
          new ParamTypeTree.Choice(words.word(c.name()), words.words(c.word()));
      case ZoneParser.ListTypeContext c -> new ParamTypeTree.ListOf(words.word(c.name()));
      case ZoneParser.PlainTypeContext c -> new ParamTypeTree.Plain(words.word(c.name()));
      default -> throw new IllegalStateException("no such type: " + context.getClass());
    };
  }

  private ParamDefaultTree value(ZoneParser.@Nullable ParamDefaultContext context) {
    return switch (context) {
      case null -> new ParamDefaultTree.None();
      case ZoneParser.OneValueContext c -> new ParamDefaultTree.One(words.word(c.value()));
      case ZoneParser.OneIpv6ValueContext c -> new ParamDefaultTree.One(words.word(c));
      case ZoneParser.ListOfValuesContext c ->
          new ParamDefaultTree.Listed(words.words(c.address()), words.nodeSpan(c));
      default -> throw new IllegalStateException("no such value: " + context.getClass());
    };
  }
}
