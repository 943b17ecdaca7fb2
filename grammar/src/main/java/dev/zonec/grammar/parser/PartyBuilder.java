package dev.zonec.grammar.parser;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Statement.PodClause;
import java.util.ArrayList;
import java.util.List;

/** Builds zones and externals. */
final class PartyBuilder {
  private final WordBuilder words;
  private final SelectorBuilder selectors;

  PartyBuilder(WordBuilder words) {
    this.words = words;
    this.selectors = new SelectorBuilder(words);
  }

  Statement.Zone zone(List<String> docs, ZoneParser.ZoneStatementContext context) {
    Statement.Nesting nesting =
        context.parent == null
            ? new Statement.Nesting.TopLevel()
            : new Statement.Nesting.Inside(words.word(context.parent));
    Statement.Tiering tier =
        context.tier == null
            ? new Statement.Tiering.Unnamed()
            : new Statement.Tiering.Named(words.word(context.tier));
    return new Statement.Zone(
        docs,
        words.word(context.name(0)),
        nesting,
        tier,
        context.zoneClause().stream().map(this::podClause).toList(),
        context.zoneDefault().stream().map(this::zoneDefault).toList(),
        words.nodeSpan(context));
  }

  Statement.External external(List<String> docs, ZoneParser.ExternalStatementContext context) {
    List<Statement.AddressClause> addresses = new ArrayList<>();
    List<PodClause> pods = new ArrayList<>();
    for (ZoneParser.ExternalClauseContext clause : context.externalClause()) {
      switch (clause) {
        case ZoneParser.ExternalAddressesContext c ->
            addresses.add(
                new Statement.AddressClause(
                    words.words(c.addresses(0).address()),
                    c.exceptions == null ? List.of() : words.words(c.exceptions.address()),
                    words.nodeSpan(c)));
        case ZoneParser.ExternalPodsContext c -> pods.add(podClause(c.zoneClause()));
        default -> throw new IllegalStateException("no such clause: " + clause.getClass());
      }
    }
    return new Statement.External(
        docs,
        words.word(context.name()),
        context.RELAY() != null,
        context.OPEN() != null,
        addresses,
        pods,
        words.nodeSpan(context));
  }

  private Statement.ZoneDefault zoneDefault(ZoneParser.ZoneDefaultContext context) {
    return new Statement.ZoneDefault(
        context.subject.getType() == ZoneLexer.INGRESS
            ? Statement.ZoneDirection.INGRESS
            : Statement.ZoneDirection.EGRESS,
        context.answer.getType() == ZoneLexer.ALLOW,
        words.nodeSpan(context));
  }

  private PodClause podClause(ZoneParser.ZoneClauseContext context) {
    return switch (context) {
      case ZoneParser.NamespaceNamesContext c ->
          new PodClause.NamespaceNames(words.words(c.place()), words.nodeSpan(c));
      case ZoneParser.NamespaceSelectorContext c ->
          new PodClause.NamespaceSelector(selectors.build(c.selector()), words.nodeSpan(c));
      case ZoneParser.PodSelectorContext c ->
          new PodClause.PodSelector(selectors.build(c.selector()), words.nodeSpan(c));
      default -> throw new IllegalStateException("no such clause: " + context.getClass());
    };
  }
}
