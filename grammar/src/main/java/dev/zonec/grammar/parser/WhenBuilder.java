package dev.zonec.grammar.parser;

import dev.zonec.grammar.parser.antlr.ZoneParser;
import dev.zonec.grammar.tree.Condition;
import dev.zonec.grammar.tree.Statement;
import java.util.List;

/** Builds {@code when} statements. */
final class WhenBuilder {
  private final WordBuilder words;

  WhenBuilder(WordBuilder words) {
    this.words = words;
  }

  /** Builds the statement around {@code body}, which has been built already. */
  Statement.When build(
      List<String> docs, ZoneParser.WhenStatementContext context, List<Statement> body) {
    return new Statement.When(
        docs,
        context.condition().stream().map(this::condition).toList(),
        body,
        words.nodeSpan(context));
  }

  private Condition condition(ZoneParser.ConditionContext context) {
    return switch (context) {
      case ZoneParser.ParamIsContext c ->
          new Condition.Is(words.word(c.name()), words.word(c.word()));
      case ZoneParser.ParamIsNotContext c ->
          new Condition.IsNot(words.word(c.name()), words.word(c.word()));
      case ZoneParser.ParamIsInContext c ->
          new Condition.IsIn(words.word(c.name()), words.words(c.word()));
      case ZoneParser.ParamIsNotInContext c ->
          new Condition.IsNotIn(words.word(c.name()), words.words(c.word()));
      default -> throw new IllegalStateException("no such condition: " + context.getClass());
    };
  }
}
