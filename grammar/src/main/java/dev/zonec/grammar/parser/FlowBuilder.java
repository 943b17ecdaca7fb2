package dev.zonec.grammar.parser;

import dev.zonec.grammar.parser.antlr.ZoneParser;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Statement.Attribute;
import dev.zonec.grammar.tree.Statement.FlowEnds;
import java.util.List;

/** Builds flows. */
final class FlowBuilder {
  private final WordBuilder words;
  private final ServiceBuilder services;

  FlowBuilder(WordBuilder words) {
    this.words = words;
    this.services = new ServiceBuilder(words);
  }

  Statement.Allow allow(List<String> docs, ZoneParser.AllowStatementContext context) {
    List<Attribute> attributes =
        context.attributes() == null
            ? List.of()
            : context.attributes().attribute().stream().map(this::attribute).toList();
    return new Statement.Allow(
        docs,
        ends(context.flow()),
        services.services(context.services()),
        attributes,
        words.nodeSpan(context));
  }

  private FlowEnds ends(ZoneParser.FlowContext context) {
    return switch (context) {
      case ZoneParser.FlowWithinContext c -> new FlowEnds.Within(words.parties(c.parties()));
      case ZoneParser.FlowToContext c ->
          new FlowEnds.To(words.parties(c.from), words.parties(c.to));
      case ZoneParser.FlowBothContext c ->
          new FlowEnds.Both(words.parties(c.from), words.parties(c.to));
      default -> throw new IllegalStateException("no such flow: " + context.getClass());
    };
  }

  private Attribute attribute(ZoneParser.AttributeContext context) {
    return switch (context) {
      case ZoneParser.OwnerContext c -> new Attribute.Owner(words.word(c.owner), words.nodeSpan(c));
      case ZoneParser.ReasonContext c ->
          new Attribute.Reason(words.word(c.STRING().getSymbol()), words.nodeSpan(c));
      case ZoneParser.TicketContext c ->
          new Attribute.Ticket(words.word(c.value()), words.nodeSpan(c));
      case ZoneParser.ExpiresContext c ->
          new Attribute.Expires(words.word(c.WORD().getSymbol()), words.nodeSpan(c));
      default -> throw new IllegalStateException("no such attribute: " + context.getClass());
    };
  }
}
